import Diagnostics
import Schedules
import Text

/// `lrplot lint`: what a schedule file can hold without being wrong, and hardly should.
enum LintCommand {
  private struct Outcome: Sendable {
    var report = ""
    var messages = ""
    var findings = 0
    var exit = Exit.done
  }

  static func run(_ line: ParsedLine, in world: World) throws(Failure) -> Exit {
    guard !line.operands.isEmpty else {
      throw Failure.usage("lint needs a schedule file, a folder of them, or -", hint: "lrplot lint schedules/")
    }
    let allowed = try allowed(line)
    let inputs = Inputs(line.operands, excluding: nil, in: world).all
    var exit = Exit.done
    var findings = 0
    try Batch.forEach(inputs, jobs: world.jobs) {
      outcome(of: $0, allowing: allowed, in: world)
    } then: { (outcome) throws(Failure) in
      if !outcome.messages.isEmpty { world.writeError(Bytes(outcome.messages.utf8)) }
      if !outcome.report.isEmpty { try world.print(outcome.report) }
      findings += outcome.findings
      exit = max(exit, outcome.exit)
    }
    if findings > 0, !line.isQuiet {
      let things = findings == 1 ? "1 thing" : "\(findings) things"
      world.writeError(
        Bytes("lrplot: \(things) found; what is meant so says \"$lint\": [\"RULE\"], or --allow RULE\n".utf8))
    }
    return exit
  }

  /// The rules of `--allow`, each typed alone or with commas.
  private static func allowed(_ line: ParsedLine) throws(Failure) -> [String] {
    var allowed: [String] = []
    for argument in line.given.filter({ $0.name == "allow" }).compactMap(\.value) {
      for piece in argument.pieces() {
        guard LintRule(rawValue: piece.text) != nil else {
          let names = LintRule.allCases.map(\.rawValue)
          throw line.line.failure(
            "there is no rule “\(piece.text)”", at: piece.range,
            hint: Diagnostic.suggestion(Nearest.match(for: piece.text, among: names)) ?? names.joined(separator: ", "))
        }
        allowed.append(piece.text)
      }
    }
    return allowed
  }

  private static func outcome(of input: Input, allowing allowed: [String], in world: World) -> Outcome {
    var outcome = Outcome()
    do throws(Failure) {
      if let problem = input.problem { throw Failure.io(input.path, problem) }
      let source = try SpecFile.source(input.path, in: world)
      let spec = try SpecFile.read(source, at: input.path, writing: [], in: world)
      let findings = Lint.findings(in: spec, allowing: allowed)
      let excerpt = Excerpt(of: source, isColored: world.colorsOutput)
      outcome.report = findings.map { draw($0, excerpt) }.joined()
      outcome.findings = findings.count
      if !findings.isEmpty { outcome.exit = .differs }
    } catch {
      outcome.exit = .trouble
      if case .diagnosed(let source, let problems) = error {
        outcome.messages = Tool.draw(problems, of: source, in: world)
      }
    }
    return outcome
  }

  private static func draw(_ finding: Finding, _ excerpt: Excerpt) -> String {
    excerpt.draw(
      finding.message, called: "lint[\(finding.rule.rawValue)]", .warning, at: finding.range, hint: finding.fix)
  }
}
