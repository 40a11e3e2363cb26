import Diagnostics
import Synchronization
import Text
import System

/// `lrplot watch`: renders whenever a schedule file, or a file that it names, has changed.
///
/// An error is reported and leaves the last good results where they are.
enum WatchCommand {
  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    try line.requireFiles("watch needs a schedule file", hint: "lrplot watch schedule.json -o out.svg")
    for operand in line.operands {
      if operand.text == "-" { throw line.line.failure("standard input cannot be watched", at: operand.range) }
      if FileSystem.status(world.path(operand.text))?.kind == .directory {
        throw line.line.failure("a folder cannot be watched", at: operand.range, hint: "name its files")
      }
    }
    guard let output = line.value(of: .output), output.text != "-" else {
      throw Failure.usage("watch needs a file to write", hint: "add --output out.svg")
    }
    // What is wrong at the beginning is a mistake in the line; what goes wrong later may be mended.
    if let missing = Inputs(line.operands, excluding: nil, in: world).all.first(where: { $0.problem != nil }) {
      throw .io(missing.path, missing.problem ?? "", hint: missing.hint)
    }
    let destination = try Destination(line, isSingle: line.operands.count == 1, in: world)
    if case .file(let path) = destination.place { try Results.requireFolder(of: path, in: world) }
    func tell(_ text: String) {
      if !line.isQuiet { world.writeError(Bytes("lrplot: \(text)\n".utf8)) }
    }
    let files = FilesRead()
    var watched = world
    watched.noteRead = { files.note($0) }
    // A file that it has written itself may stand where a golden would.
    let written = FilesWritten()
    watched.noteWritten = { written.note($0) }
    watched.hasWritten = { written.holds($0) }
    tell("watching \(line.operands.map { $0.text.visible }.joined(separator: ", ")); Ctrl-C ends it")
    repeat {
      guard files.haveChanged else { continue }
      files.forget()
      // A file that does not exist is not read, but waited for all the same.
      for operand in line.operands { files.note(world.path(operand.text)) }
      if try render(line, in: watched) == .done { tell("wrote \(output.text.visible)") }
    } while world.pause()
    return .done
  }

  /// Renders; what is wrong with a file is reported, and what is wrong with the command line ends everything.
  private static func render(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    do throws(Failure) {
      return try RenderCommand.run(line, tellsSummary: false, in: world)
    } catch {
      guard case .diagnosed(let source, let problems) = error, !problems.all.contains(where: { $0.code == .usage })
      else { throw error }
      world.writeError(Bytes(Tool.draw(problems, of: source, in: world).utf8))
      return .trouble
    }
  }
}

/// The files that have been written since the beginning.
private final class FilesWritten: Sendable {
  private let paths = Mutex<Set<ExactText>>([])

  func note(_ path: String) { paths.withLock { _ = $0.insert(path.exact) } }

  func holds(_ path: String) -> Bool { paths.withLock { $0.contains(path.exact) } }
}

/// The files that a rendering read, each as it was just before.
private final class FilesRead: Sendable {
  private let states = Mutex<[ExactText: FileStatus?]>([:])

  func note(_ path: String) {
    let status = FileSystem.status(path)
    // As it was at first: what changes while it is read has changed.
    states.withLock { if $0[path.exact] == nil { $0[path.exact] = .some(status) } }
  }

  func forget() { states.withLock { $0 = [:] } }

  /// Whether one of them has changed; also true at the beginning, when nothing has been read.
  var haveChanged: Bool {
    states.withLock { states in states.isEmpty || states.contains { FileSystem.status($0.key.text) != $0.value } }
  }
}
