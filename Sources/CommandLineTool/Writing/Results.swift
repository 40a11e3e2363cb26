import Charts
import Curves
import Diagnostics
import Schedules
import Text
import System

/// Makes the results of a spec and puts them where they go.
struct Results {
  let destination: Destination
  let isVerbose: Bool
  /// Whether files are only compared with what they should be.
  let isChecking: Bool
  let world: World

  init(destination: Destination, isVerbose: Bool, isChecking: Bool = false, world: World) {
    self.destination = destination
    self.isVerbose = isVerbose
    self.isChecking = isChecking
    self.world = world
  }

  /// The results of a line, where it wants them.
  init(
    _ line: ParsedLine, isSingle: Bool = true, writing known: OutputFormats = .pictures, in world: World
  ) throws(Failure) {
    self.init(
      destination: try Destination(line, isSingle: isSingle, writing: known, in: world), isVerbose: line.isVerbose,
      world: world)
  }

  /// What was written for a spec, and what is still to be printed.
  struct Written: Sendable {
    /// What goes to standard output.
    var output: Pieces?
    /// Notes about files, for standard error.
    var notes = ""
    var files: [(path: String, state: State)] = []
  }

  /// What became of a file, or, where files are only checked, would become of it.
  enum State: Sendable {
    case written, unchanged, stale, missing

    var word: String {
      switch self {
      case .written: "wrote"
      case .unchanged: "unchanged"
      case .stale: "stale"
      case .missing: "missing"
      }
    }
  }

  /// The files that a spec is written to.
  func paths(below relative: String) -> [String] { destination.outputs(below: relative).compactMap(\.path) }

  /// - Parameter memory: what is held of the memory that several works share.
  static func curve(
    of spec: Spec, _ source: Source, within memory: MemoryBudget.Share? = nil
  ) throws(Failure) -> Curve {
    memory?.take(spec.memory)
    do throws(Diagnostic) {
      return try Run.curve(of: spec)
    } catch {
      throw .diagnosed(source, DiagnosticList([error]))
    }
  }

  /// Writes a picture, or its curve's numbers.
  ///
  /// The curve is complete and its picture drawn before the first byte is written, so that a spec with an error writes
  /// nothing; numbers become text while they are written.
  func write(_ picture: Picture, relative: String) throws(Failure) -> Written {
    try write(picture, to: destination.outputs(below: relative))
  }

  func write(_ picture: Picture, to outputs: [Destination.Output]) throws(Failure) -> Written {
    var texts: [Pieces] = []
    for output in outputs { texts.append(render(picture, as: output.format, to: output.path)) }
    return try write(texts, to: outputs)
  }

  /// Writes what is made for each format and path.
  func write(relative: String, _ make: (Format, String?) -> Pieces) throws(Failure) -> Written {
    let outputs = destination.outputs(below: relative)
    return try write(outputs.map { make($0.format, $0.path) }, to: outputs)
  }

  private func write(_ texts: [Pieces], to outputs: [Destination.Output]) throws(Failure) -> Written {
    var written = Written()
    // All are written or none.
    for path in outputs.compactMap(\.path) where PathText.length(Path.name(of: path)) > FileSystem.longestName {
      throw Failure.io(path, "cannot be written: \(SystemError.nameTooLong.description)")
    }
    for (place, pieces) in zip(outputs, texts) {
      guard let path = place.path else {
        written.output = try disarmed(pieces, as: place.format)
        continue
      }
      let state = isChecking ? check(pieces, at: path) : try write(pieces, to: path) ? .written : .unchanged
      written.files.append((path, state))
      if isVerbose { written.notes += "lrplot: \(state.word) \(Excerpt.visible(path))\n" }
    }
    return written
  }

  /// Says what was written, prints what goes to standard output, and adds the hint and a note after it.
  func finish(_ written: Written, adding note: String = "") throws(Failure) {
    world.writeError(Bytes(written.notes.utf8))
    if let output = written.output { try world.print(output) }
    world.writeError(Bytes((destination.hint + note).utf8))
  }

  /// What is made, as standard output may have it.
  private func disarmed(_ pieces: Pieces, as format: Format) throws(Failure) -> Pieces {
    switch format {
    // A preview is harmless as it is drawn, and has colours.
    case .text: return world.isReadByRunner ? Pieces(WorkflowCommand.disarmed(pieces.whole, as: .words)) : pieces
    case .json: return world.disarmed(pieces, as: .json)
    case .svg: return world.disarmed(pieces, as: .xml)
    case .csv:
      // A table cannot say the same in other words.
      if world.isReadByRunner, pieces.contains(where: WorkflowCommand.holdsCommand) {
        throw .io(
          "<stdout>", "a name in the table would be a command to GitHub’s runner", hint: "write a file: --output FILE")
      }
      return world.disarmed(pieces, as: .words)
    }
  }

  /// Throws when the folder that a file is to stand in is not there.
  static func requireFolder(of path: String, in world: World) throws(Failure) {
    let folder = Path.folder(of: path)
    guard FileSystem.status(world.path(folder)) == nil else { return }
    throw .io(path, "there is no folder \(folder)", hint: "create it first: mkdir -p \(folder.shellQuoted)")
  }

  private func check(_ pieces: Pieces, at path: String) -> State {
    if AtomicFile.holds(world.path(path), pieces) { return .unchanged }
    return FileSystem.status(world.path(path)) == nil ? .missing : .stale
  }

  func render(_ picture: Picture, as format: Format, to path: String?) -> Pieces {
    switch format {
    case .csv: picture.curve.csv
    case .json: picture.curve.json
    case .svg: Pieces(picture.svg)
    // A file is the same wherever it is made; what is looked at suits the terminal.
    case .text: Pieces(picture.text(on: path == nil ? world.terminal : world.page))
    }
  }

  private func write(_ pieces: Pieces, to path: String) throws(Failure) -> Bool {
    do throws(SystemError) {
      let isWritten = try AtomicFile.write(
        pieces, to: world.path(path), through: world.gate, makesFolder: destination.isFolder, isNew: destination.isNew)
      world.noteWritten(path)
      return isWritten
    } catch {
      // A named pipe, or a shell's `>(…)`: its reader has seen enough.
      if error == .brokenPipe { return true }
      if error == .notFound { try Results.requireFolder(of: path, in: world) }
      throw .io(path, "cannot be written: \(error.description)")
    }
  }
}
