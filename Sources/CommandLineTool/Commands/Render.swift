import Diagnostics
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
    let inputs = Inputs(line.operands, excluding: line.value(of: "output")?.text, in: world).all
    let destination = try Destination(line, isSingle: isSingle(inputs), in: world)
    let targets = Targets(destination, in: world)
    try targets.check(inputs, operands: line.operands.count)
    targets.removeLeftovers(of: inputs)
    let results = Results(destination: destination, isVerbose: line.isVerbose, world: world)
    var exit = Exit.done
    try Batch.forEach(inputs, jobs: jobs) {
      outcome(of: $0, results, overlay, in: world)
    } then: { (outcome) throws(Failure) in
      exit = max(exit, try tell(outcome, in: world))
    }
    if exit == .done { world.writeError(Bytes(destination.hint.utf8)) }
    return exit
  }

  /// Whether one file is asked for; a folder stands for several, however many it holds.
  private static func isSingle(_ inputs: [Input]) -> Bool {
    inputs.count == 1 && (inputs[0].operand == nil || inputs[0].problem != nil)
  }

  private static func outcome(
    of input: Input, _ results: Results, _ overlay: PlotFlags.Overlay, in world: World
  ) -> Outcome {
    var outcome = Outcome()
    do throws(Failure) {
      if let problem = input.problem { throw Failure.io(input.path, problem) }
      let source = try SpecFile.source(input.path, in: world)
      var spec = try SpecFile.read(source, at: input.path, writing: results.paths(below: input.relative), in: world)
      overlay(&spec.title, &spec.plot)
      if results.isVerbose { outcome.messages = "lrplot: read \(Excerpt.visible(source.name))\n" }
      let made = try results.make(spec, of: source, relative: input.relative)
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
