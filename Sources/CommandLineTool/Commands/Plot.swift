import Diagnostics
import JSON
import Schedules
import Text

/// `lrplot KIND …`: one schedule described by flags.
enum Plot {
  static let scopes: [Flag.Scope] = [.run, .chain, .output, .picture, .everywhere]

  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    if let extra = line.operands.first {
      throw line.line.failure(
        "“\(extra.text)” is not expected here", at: extra.range, hint: "parameters are given as --name value")
    }
    let destination = try Destination(line, isSingle: true, in: world)
    let results = Results(destination: destination, isVerbose: line.isVerbose, world: world)
    let stem = line.links.map { $0.kind.short ?? $0.kind.name }.joined(separator: "-")
    var spec = try self.spec(line, writing: results.paths(below: stem), in: world)
    if let prefix = line.value(of: "id-prefix") { spec.plot.idPrefix = prefix.text }
    Targets(destination, in: world).removeLeftovers(of: [Input(path: "-", relative: stem)])
    let made = try results.make(spec, of: line.line.source, relative: stem)
    world.writeError(Bytes(made.notes.utf8))
    if let output = made.output { try world.print(output) }
    world.writeError(Bytes(destination.hint.utf8))
    return .done
  }

  /// The schedule that the kinds of a line describe.
  static func spec(
    _ line: ParsedLine, writing targets: [String], in world: World
  ) throws(Failure) -> Spec {
    let value: Value
    do throws(Diagnostic) {
      value = try LineDocument(line).value()
    } catch {
      throw .diagnosed(line.line.source, DiagnosticList([error]))
    }
    do throws(DiagnosticList) {
      return try Spec.read(value, readingFiles: SpecFile.reader(in: ".", writing: targets, world))
    } catch {
      throw .diagnosed(line.line.source, error)
    }
  }
}
