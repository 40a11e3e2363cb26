import Diagnostics
import JSON
import Schedules
import Text

/// `lrplot render`: schedule files to pictures and numbers.
enum RenderCommand {
  /// What became of one file.
  struct Outcome: Sendable {
    let input: Input
    var written = Results.Written()
    var messages = ""
    /// What lint would say, in a line.
    var lintNote = ""
    var exit = Exit.done
  }

  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    try run(line, tellsSummary: !line.isQuiet, in: world)
  }

  static func run(_ line: ParsedLine, tellsSummary: Bool, in world: World) throws(Failure) -> Exit {
    try line.requireFiles(
      "render needs a schedule file, a folder of them, or -", hint: "lrplot render schedules/ -o out/")
    let jobs = try line.jobs(in: world)
    let overlay = try PlotFlags(line: line, range: line.line.end).overlay()
    let variants = try Variant.all(of: line)
    let inputs = Inputs(line.operands, excluding: line.value(of: .output)?.text, jobs: jobs, in: world).all
    var world = world
    world.request.overrides.namesFiles = inputs.count > 1
    if line.has(.printSpec) { return try printSpec(line, inputs, variants, in: world) }
    let work: @Sendable (Input, Results, World) -> Outcome = {
      outcome(of: $0, line, variants, $1, overlay, in: $2)
    }
    if line.has(.check) { return try check(line, inputs, jobs: jobs, in: world, work) }
    let results = try Results(line, isSingle: isSingle(inputs), in: world)
    let targets = Targets(results.destination, in: world)
    try targets.check(inputs, operands: line.operands.count)
    if inputs.count > 1 {
      try targets.checkTables(inputs, variants, jobs: jobs)
      world.outputFiles = targets.outputFiles(of: inputs)
    }
    targets.removeLeftovers(below: inputs.map(\.relative))
    var (exit, summary, lintNote) = (Exit.done, BatchSummary(of: inputs.count), "")
    try each(inputs, line, jobs: jobs, in: world) {
      work($0, results, $1)
    } then: { (outcome) throws(Failure) in
      exit = max(exit, outcome.exit)
      summary.add(outcome.written.files, exit: outcome.exit)
      if let output = outcome.written.output { try world.print(output) }
      if isSingle(inputs) { lintNote = outcome.lintNote }
    }
    if tellsSummary, results.destination.isFolder, !isSingle(inputs) {
      world.writeError(Bytes("lrplot: \(summary.line)\n".utf8))
    }
    if exit == .done { world.writeError(Bytes((results.destination.hint + lintNote).utf8)) }
    return exit
  }

  /// Prints the only input as the line wants it.
  private static func printSpec(
    _ line: ParsedLine, _ inputs: [Input], _ variants: [Variant], in world: World
  ) throws(Failure) -> Exit {
    guard let input = inputs.first, inputs.count == 1 else {
      throw Failure.usage("--print-spec prints one schedule file, and here are \(inputs.count)")
    }
    let printed = try PrintedSpec(line, relative: input.relative, in: world)
    try printed.check(input)
    let spec = try SweptSpec(of: input, line, variants, writing: printed.paths, in: world)
    var document = try spec.document()
    do throws(Diagnostic) {
      for change in try PlotFlags(line: line, range: line.line.end).overrides() {
        document = try change.apply(to: document)
      }
    } catch {
      throw .diagnosed(line.line.source, DiagnosticList([error]))
    }
    try printed.write(document)
    return .done
  }

  /// Works on every input, and reports on it.
  static func each(
    _ inputs: [Input], _ line: ParsedLine, jobs: Int, in world: World,
    _ work: @escaping @Sendable (Input, World) -> Outcome, then take: (Outcome) throws(Failure) -> Void
  ) throws(Failure) {
    var progress = BatchProgress(of: inputs.count, isWanted: !line.isQuiet, in: world)
    let isImpatient = line.has(.failFast)
    try Parallel.forEach(inputs, jobs: jobs, in: world, isLast: { isImpatient && $0.exit != .done }, work) {
      (outcome) throws(Failure) in
      if !outcome.messages.isEmpty {
        progress.clear()
        world.writeError(Bytes(outcome.messages.utf8))
      }
      try take(outcome)
      progress.advance()
    }
    progress.clear()
  }

  /// Whether a single file is named; a folder counts as several, however many it holds.
  static func isSingle(_ inputs: [Input]) -> Bool {
    inputs.count == 1 && (inputs[0].operand == nil || inputs[0].problem != nil)
  }

  private static func outcome(
    of input: Input, _ line: ParsedLine, _ variants: [Variant], _ results: Results, _ overlay: PlotFlags.Overlay,
    in world: World
  ) -> Outcome {
    var outcome = Outcome(input: input)
    do throws(Failure) {
      let outputs = results.destination.outputs(below: input.relative)
      let targets = results.isChecking ? [] : outputs.compactMap(\.path)
      let spec = try SweptSpec(of: input, line, variants, writing: targets, in: world)
      if results.isVerbose { outcome.messages = "lrplot: read \(Excerpt.visible(spec.name))\n\(spec.length)" }
      outcome.written = try results.write(try spec.picture(overlay), to: outputs)
      outcome.messages += outcome.written.notes
      if !results.isChecking, input.operand == nil { outcome.lintNote = spec.lintNote(of: line, in: world) }
    } catch {
      outcome.exit = .trouble
      if case .diagnosed(let source, let problems) = error {
        outcome.messages += Tool.draw(problems, of: source, in: world)
      }
    }
    return outcome
  }
}
