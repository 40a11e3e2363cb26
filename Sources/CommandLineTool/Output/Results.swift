import Charts
import Curves
import Diagnostics
import Schedules
import Text

/// Makes the results of a spec and puts them where they go.
struct Results {
  let destination: Destination
  let isVerbose: Bool
  let world: World

  /// The files that a spec is written to.
  func paths(below relative: String) -> [String] { destination.paths(below: relative).compactMap(\.path) }

  /// Runs a spec and writes its curve in every format.
  func make(_ spec: Spec, of source: Source, relative: String) throws(Failure) -> (output: Pieces?, notes: String) {
    let curve = try Results.curve(of: spec, source)
    return try write(Picture(curve: curve, title: spec.title, options: spec.plot), relative: relative)
  }

  static func curve(of spec: Spec, _ source: Source) throws(Failure) -> Curve {
    do throws(Diagnostic) {
      return try Run.curve(of: spec)
    } catch {
      throw .diagnosed(source, DiagnosticList([error]))
    }
  }

  /// Writes a picture, or its curve's numbers; gives what goes to standard output, and what there is to tell of files.
  ///
  /// The curve is complete and its picture drawn before the first byte is written, so that a spec with an error writes
  /// nothing; numbers become text while they are written.
  func write(_ picture: Picture, relative: String) throws(Failure) -> (output: Pieces?, notes: String) {
    try write(relative: relative) { render(picture, as: $0, to: $1) }
  }

  /// Writes what is made for each format and path.
  func write(
    relative: String, _ make: (Format, String?) -> Pieces
  ) throws(Failure) -> (output: Pieces?, notes: String) {
    var (output, notes): (Pieces?, String) = (nil, "")
    let made = destination.paths(below: relative).map { (path: $0.path, pieces: make($0.format, $0.path)) }
    for (path, pieces) in made {
      guard let path else {
        output = pieces
        continue
      }
      let isWritten = try write(pieces, to: path)
      if isVerbose { notes += "lrplot: \(isWritten ? "wrote" : "unchanged") \(Excerpt.visible(path))\n" }
    }
    return (output, notes)
  }

  private func render(_ picture: Picture, as format: Format, to path: String?) -> Pieces {
    switch format {
    case .csv: picture.curve.csv
    case .json: picture.curve.json
    case .svg: Pieces(picture.svg)
    // A file is the same wherever it is made; what is looked at suits the terminal.
    case .text: Pieces(picture.text(on: path == nil ? world.terminal : .file))
    }
  }

  private func write(_ pieces: Pieces, to path: String) throws(Failure) -> Bool {
    do throws(SystemError) {
      return try AtomicFile.write(pieces, to: world.path(path), makesFolder: destination.isFolder)
    } catch {
      // A pipe with a name, or a shell's `>(…)`: its reader has seen enough.
      if error == .brokenPipe { return true }
      throw .io(path, "cannot be written: \(error.description)")
    }
  }
}
