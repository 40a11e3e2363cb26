import Diagnostics
import JSON
import Schedules
import Text

/// `lrplot KIND …`: one schedule described by flags.
enum Plot {
  static func run(_ line: ParsedLine, kind: Kind, in world: World) throws(Failure) -> Exit {
    if let extra = line.operands.first {
      throw line.line.failure(
        "“\(extra.text)” is not expected here", at: extra.range, hint: "parameters are given as --name value")
    }
    let destination = try Destination(line, isSingle: true, in: world)
    let spec = try self.spec(line, kind: kind, in: world)
    let results = Results(destination: destination, world: world)
    let stem = kind.short ?? kind.name
    let output = try results.make(spec, of: line.line.source, relative: stem)
    try world.print(output)
    return .done
  }

  private static func spec(_ line: ParsedLine, kind: Kind, in world: World) throws(Failure) -> Spec {
    let range = line.command?.range ?? line.line.end
    let value: Value
    do throws(Diagnostic) {
      value = try LineDocument(line: line, kind: kind, kindRange: range).value()
    } catch {
      throw .diagnosed(line.line.source, DiagnosticList([error]))
    }
    do throws(DiagnosticList) {
      return try Spec.read(value, readingFiles: SpecFile.reader(in: ".", world))
    } catch {
      throw .diagnosed(line.line.source, error)
    }
  }
}
