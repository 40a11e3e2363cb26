import Diagnostics
import JSON
import Schedules
import Text

/// Findings as a person, a runner or a program reads them.
struct LintReport {
  private let form: ReportForm
  private var linted = 0
  private var findings: [Value] = []
  private var problems: [Value] = []
  private var suite = JUnitSuite("lrplot lint")

  /// Whether it is drawn for this very terminal, colours and all.
  var isDrawn: Bool { form == .text }

  init(_ form: ReportForm) { self.form = form }

  /// What is printed at once for a file, in its turn: what was found in it, or what is wrong with it.
  mutating func text(of placed: [PlacedFinding], _ wrong: [PlacedProblem], in path: String) -> String {
    linted += 1
    switch form {
    case .text: return placed.map(\.excerpt).joined()
    case .github:
      return (wrong.map { LintReport.command($0, path) } + placed.map { LintReport.command($0, path) }).joined()
    case .json:
      findings += placed.map { LintReport.value(of: $0, path) }
      problems += wrong.map(LintReport.value(in: path))
    case .junit:
      let place = (wrong.map(\.place) + placed.map(\.place)).first ?? nil
      suite.add(path, line: place?.line, wrong.map(LintReport.error) + placed.map(LintReport.failure))
    }
    return ""
  }

  /// What is printed when everything is known.
  func ending(_ exit: Exit) -> Bytes {
    switch form {
    case .text, .github: []
    case .json:
      Value.object([
        ("schema", "lrplot/lint/1"), ("exit", Value.integer(Int(exit.rawValue))), ("linted", Value.integer(linted)),
        ("findings", Value(.array(findings))), ("errors", Value(.array(problems))),
      ]).text()
    case .junit: suite.document
    }
  }

  private static func place(_ place: (line: Int, column: Int)?, _ path: String) -> [(key: String, value: Value)] {
    [("path", Value(.string(path)))]
      + (place.map { [("line", .integer($0.line)), ("column", .integer($0.column))] } ?? [])
  }

  private static func value(in path: String) -> (PlacedProblem) -> Value {
    { problem in
      .object(
        [("code", .text(problem.code.rawValue))] + place(problem.place, path)
          + [("message", .text(problem.message)), ("hint", .text(problem.hint))])
    }
  }

  private static func value(of placed: PlacedFinding, _ path: String) -> Value {
    let finding = placed.finding
    let words = [("rule", finding.rule.rawValue), ("severity", "warning"), ("message", finding.message)]
    let fix = finding.fix.map { [("fix", Value.object([("path", .text($0.dotted)), ("value", $0.value)]))] } ?? []
    return .object(
      words.map { ($0.0, Value(.string($0.1))) } + place(placed.place, path) + [("hint", .text(finding.hint))] + fix)
  }

  private static func command(_ placed: PlacedFinding, _ path: String) -> String {
    let finding = placed.finding
    return WorkflowCommand.line(
      .warning, titled: "lrplot lint: \(finding.rule.rawValue)",
      [finding.message, finding.hint].map(\.visible).joined(separator: "\n"), in: path, at: placed.place)
  }

  private static func command(_ problem: PlacedProblem, _ path: String) -> String {
    WorkflowCommand.line(
      .error, titled: "lrplot lint: error", problem.message.visible, in: path, at: problem.place)
  }

  private static func failure(_ placed: PlacedFinding) -> JUnitOutcome {
    let finding = placed.finding
    return JUnitOutcome(kind: .failure, message: finding.message, type: finding.rule.rawValue, text: finding.hint)
  }

  private static func error(_ problem: PlacedProblem) -> JUnitOutcome {
    JUnitOutcome(kind: .error, message: problem.message, type: problem.code.rawValue)
  }
}
