import Diagnostics
import Text
import System

/// The program: command line → spec → run → curve → CSV, JSON or a drawn chart → file or stdout.
///
///     arguments ─ CommandLine ─ Command ──┐
///     file ─ Source ─ Scanner ─ Value ─ Spec ─ Run ─ Curve ─ CSV
///                                                     └ Series ─ Chart ─ Writer ─ SVG
package enum Tool {
  static let version = "0.1.0"
  /// When this version was made, for the manual page.
  static let released = "November 24, 2026"
  /// More errors of one file than this are counted, not shown.
  static let mostErrors = 200

  /// The process: runs its command line and ends.
  package static func main() -> Never {
    CurrentProcess.failInsteadOfDying()
    let exit = run(in: .current(arguments: CurrentProcess.arguments))
    CurrentProcess.exit(exit.rawValue)
  }

  /// Runs one command line to its end.
  static func run(in world: World) -> Exit {
    let line = CommandLine(world.arguments)
    var world = world
    if world.isReadByRunner {
      world.writeError = { [write = world.writeError] in write(WorkflowCommand.disarmed($0, as: .words)) }
    }
    do throws(Failure) {
      world.color = try color(of: line)
      return try Command.run(line, in: world)
    } catch {
      return report(error, in: world)
    }
  }

  /// What `--color` says, wherever it stands: it holds for mistakes in the line itself, too.
  private static func color(of line: CommandLine) throws(Failure) -> Bool? {
    for (index, argument) in line.arguments.enumerated() {
      if argument.text == "--" { return nil }
      let (flag, attached) = argument.flagAndValue
      guard ["--color", "--colour"].contains(flag.text),
        let value = attached ?? (index + 1 < line.arguments.count ? line.arguments[index + 1] : nil)
      else { continue }
      switch value.text {
      case "auto": return nil
      case "always": return true
      case "never": return false
      default:
        throw line.failure(
          "“--color” must be auto, always, or never, not “\(value.text)”", at: value.range,
          hint: "it colours messages; the picture has --theme and --background")
      }
    }
    return nil
  }

  private static func report(_ failure: Failure, in world: World) -> Exit {
    switch failure {
    case .diagnosed(let source, let problems):
      world.writeError(Bytes(draw(problems, of: source, in: world).utf8))
    case .output(let error):
      world.writeError(Bytes("lrplot: error[io]: cannot write to standard output: \(error.description)\n".utf8))
    }
    return .trouble
  }

  static func draw(_ problems: DiagnosticList, of source: Source, in world: World) -> String {
    let excerpt = Excerpt(of: source, isColored: world.colorsErrors)
    // To draw a thousand errors on one long line would take minutes, and no one would read them.
    let drawn = problems.all.prefix(mostErrors).map { excerpt.draw(world.readable($0)) }.joined()
    let left = problems.count - min(mostErrors, problems.all.count)
    return left > 0 ? drawn + "\(Excerpt.visible(source.name)): and \(left) more errors\n" : drawn
  }
}

/// Why a command ends before its end.
enum Failure: Error {
  /// Something is wrong with a source: a command line or a spec.
  case diagnosed(Source, DiagnosticList)
  /// Standard output cannot be written.
  case output(SystemError)

  /// A wrong command line, where no single place is at fault.
  static func usage(_ message: String, hint: String? = nil) -> Failure {
    .diagnosed(Source(name: "lrplot", bytes: []), DiagnosticList([Diagnostic(.usage, message, hint: hint)]))
  }

  /// Trouble with a file.
  static func io(_ path: String, _ message: String, hint: String? = nil) -> Failure {
    .diagnosed(Source(name: path, bytes: []), DiagnosticList([Diagnostic(.io, message, hint: hint)]))
  }
}

extension World {
  func print(_ text: String) throws(Failure) {
    let bytes = Bytes(text.utf8)
    try print(Pieces(isReadByRunner ? WorkflowCommand.disarmed(bytes, as: .words) : bytes))
  }

  func print(_ pieces: Pieces) throws(Failure) {
    do throws(SystemError) {
      for piece in pieces { try writeOutput(piece) }
    } catch {
      // A reader that has seen enough changes nothing else: `lrplot check … | head` ends as it would have ended.
      if error == .brokenPipe { return }
      throw .output(error)
    }
  }
}
