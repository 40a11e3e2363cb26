import Diagnostics
import Schedules
import Text

/// `lrplot lint`: what a schedule file can hold without an error, but hardly should.
enum LintCommand {
  static let details = "Rules, as $lint in a file and --allow name them:"

  private struct Outcome: Sendable {
    let path: String
    var findings: [PlacedFinding] = []
    var problems: [PlacedProblem] = []
    var messages = ""
    var exit = Exit.done
  }

  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    guard !line.operands.isEmpty || !line.links.isEmpty else {
      throw Failure.usage("lint needs a schedule file, a folder of them, - or a kind", hint: "lrplot lint schedules/")
    }
    if !line.links.isEmpty { try Command.refuse(line.operands.first, of: line.line) }
    if line.has(.fix) { try LintFix.check(line) }
    let allowed = try allowed(line)
    let form = try ReportForm(line, in: world)
    var report = LintReport(form)
    let inputs =
      line.links.isEmpty
      ? Inputs(line.operands, excluding: nil, in: world).all : [Input(path: line.line.source.name, relative: "")]
    var exit = Exit.done
    var findings = 0
    try Parallel.forEach(inputs, jobs: world.jobs, in: world) {
      outcome(of: $0, line, allowing: allowed, in: $1)
    } then: { (outcome) throws(Failure) in
      if !outcome.messages.isEmpty { world.writeError(Bytes(outcome.messages.utf8)) }
      let text = report.text(of: outcome.findings, outcome.problems, in: outcome.path)
      if !text.isEmpty {
        if report.isDrawn { try world.print(text) } else { try world.print(form.disarmed(Bytes(text.utf8), in: world)) }
      }
      findings += outcome.findings.count
      exit = max(exit, outcome.exit)
    }
    let ending = report.ending(exit)
    if !ending.isEmpty { try world.print(form.disarmed(ending, in: world)) }
    if findings > 0, !line.isQuiet {
      let things = findings.counted("finding")
      let advice = "to allow what is intended, add \"$lint\": [\"RULE\"] to the file or pass --allow RULE"
      world.writeError(Bytes("lrplot: \(things); \(advice)\n".utf8))
    }
    return exit
  }

  /// The rules of `--allow`, each typed alone or with commas.
  private static func allowed(_ line: ParsedLine) throws(Failure) -> [LintRule] {
    var allowed: [LintRule] = []
    for argument in line.values(of: .allow) {
      for piece in argument.pieces() {
        guard let rule = LintRule(rawValue: piece.text) else {
          let names = LintRule.allCases.map(\.rawValue)
          throw line.line.failure(
            "unknown rule “\(piece.text)”", at: piece.range,
            hint: Diagnostic.suggestion(Nearest.match(for: piece.text, among: names)) ?? names.joined(separator: ", "))
        }
        allowed.append(rule)
      }
    }
    return allowed
  }

  private static func outcome(
    of input: Input, _ line: ParsedLine, allowing allowed: [LintRule], in world: World
  ) -> Outcome {
    var outcome = Outcome(path: input.path)
    do throws(Failure) {
      if line.has(.fix) { try LintFix.apply(to: input, allowing: allowed, in: world) }
      let document = try line.links.isEmpty ? document(input, in: world) : SpecDocument(of: line)
      let excerpt = Excerpt(of: document.source, isColored: world.colorsOutput)
      let spec = try document.spec(in: world)
      outcome.findings = Lint.findings(in: spec, of: document.linted(in: world), allowing: allowed)
        .map { PlacedFinding($0, in: document.source, excerpt) }
      if !outcome.findings.isEmpty { outcome.exit = .differs }
      _ = try Results.curve(of: spec, document.source)
    } catch {
      outcome.exit = .trouble
      if case .diagnosed(let source, let problems) = error {
        outcome.problems = problems.all.prefix(Tool.mostErrors).map { PlacedProblem($0, in: source) }
        outcome.messages = Tool.draw(problems, of: source, in: world)
      }
    }
    return outcome
  }

  static func document(_ input: Input, in world: World) throws(Failure) -> SpecDocument {
    if let problem = input.problem { throw Failure.io(input.path, problem, hint: input.hint) }
    let source = try SpecFile.source(input.path, in: world)
    return try SpecDocument(of: source, at: input.path, world.request.overrides, in: world)
  }
}
