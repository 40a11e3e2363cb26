import Diagnostics
import JSON
import Schedules
import Text

/// `lrplot render`: schedule files to pictures and numbers.
enum Render {
  /// What became of one file.
  private struct Outcome: Sendable {
    var output: Pieces?
    var messages = ""
    var exit = Exit.done
  }

  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    try line.requireFiles(
      "render needs a schedule file, a folder of them, or -", hint: "lrplot render schedules/ -o out/")
    let jobs = try line.jobs(in: world)
    let overlay = try PlotFlags(line: line, range: line.line.end).overlay()
    let variants = try Variant.all(of: line)
    let inputs = Inputs(line.operands, excluding: line.value(of: "output")?.text, in: world).all
    var world = world
    world.overrides.namesFiles = inputs.count > 1
    if line.has("print-spec") { return try printSpec(line, inputs, variants, in: world) }
    let destination = try Destination(line, isSingle: isSingle(inputs), in: world)
    let targets = Targets(destination, in: world)
    try targets.check(inputs, operands: line.operands.count)
    targets.removeLeftovers(of: inputs)
    let results = Results(destination: destination, isVerbose: line.isVerbose, world: world)
    var exit = Exit.done
    try Batch.forEach(inputs, jobs: jobs) { [world] in
      outcome(of: $0, line, variants, results, overlay, in: world)
    } then: { (outcome) throws(Failure) in
      exit = max(exit, try tell(outcome, in: world))
    }
    if exit == .done { world.writeError(Bytes(destination.hint.utf8)) }
    return exit
  }

  /// Prints the only input as the line wants it.
  private static func printSpec(
    _ line: ParsedLine, _ inputs: [Input], _ variants: [Variant], in world: World
  ) throws(Failure) -> Exit {
    guard let input = inputs.first, inputs.count == 1 else {
      throw Failure.usage("--print-spec prints one schedule file, and here are \(inputs.count)")
    }
    let spec = try SweptSpec(of: input, line, variants, writing: [], in: world)
    var document = try spec.document()
    for change in PlotFlags(line: line, range: line.line.end).overrides {
      do throws(Diagnostic) {
        document = try change.apply(to: document)
      } catch {
        throw .diagnosed(line.line.source, DiagnosticList([error]))
      }
    }
    try world.print(Pieces(document.text(isOpen: true)))
    return .done
  }

  /// Whether one file is asked for; a folder stands for several, however many it holds.
  private static func isSingle(_ inputs: [Input]) -> Bool {
    inputs.count == 1 && (inputs[0].operand == nil || inputs[0].problem != nil)
  }

  private static func outcome(
    of input: Input, _ line: ParsedLine, _ variants: [Variant], _ results: Results, _ overlay: PlotFlags.Overlay,
    in world: World
  ) -> Outcome {
    var outcome = Outcome()
    do throws(Failure) {
      let targets = results.paths(below: input.relative)
      let spec = try SweptSpec(of: input, line, variants, writing: targets, in: world)
      if results.isVerbose { outcome.messages = "lrplot: read \(Excerpt.visible(spec.name))\n" }
      let made = try results.write(try spec.picture(overlay), relative: input.relative)
      outcome.output = made.output
      outcome.messages += made.notes
    } catch {
      outcome.exit = .trouble
      if case .diagnosed(let source, let problems) = error {
        outcome.messages += Tool.draw(problems, of: source, in: world)
      }
    }
    return outcome
  }

  private static func tell(_ outcome: Outcome, in world: World) throws(Failure) -> Exit {
    if !outcome.messages.isEmpty { world.writeError(Bytes(outcome.messages.utf8)) }
    if let output = outcome.output { try world.print(output) }
    return outcome.exit
  }
}
