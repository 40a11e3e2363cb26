import Diagnostics
import JSON
import Schedules
import SVG
import Text

/// Findings as a person, a runner or a program reads them.
struct LintReport {
  private let form: ReportForm
  private var linted = 0
  private var findings: [Value] = []
  private var problems: [Value] = []
  private var cases: [Element] = []
  private var failures = 0
  private var errors = 0

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
      problems += wrong.map { .object(LintReport.place($0.place, path) + [("message", Value(.string($0.message)))]) }
    case .junit:
      if !wrong.isEmpty { errors += 1 } else if !placed.isEmpty { failures += 1 }
      cases.append(LintReport.testcase(placed, wrong, path))
    }
    return ""
  }

  /// What is printed when everything is known.
  func ending(_ exit: Exit) -> Bytes {
    switch form {
    case .text, .github: []
    case .json:
      Value.object([
        ("exit", LintReport.number(Int(exit.rawValue))), ("linted", LintReport.number(linted)),
        ("findings", Value(.array(findings))), ("errors", Value(.array(problems))),
      ]).text()
    case .junit: suite
    }
  }

  private static func place(_ place: (line: Int, column: Int)?, _ path: String) -> [(key: String, value: Value)] {
    [("path", Value(.string(path)))]
      + (place.map { [("line", number($0.line)), ("column", number($0.column))] } ?? [])
  }

  private static func number(_ count: Int) -> Value { Value(.number(Number(Double(count), isInteger: true))) }

  private static func value(of placed: PlacedFinding, _ path: String) -> Value {
    let finding = placed.finding
    let words = [("rule", finding.rule.rawValue), ("message", finding.message), ("fix", finding.fix)]
    return .object(place(placed.place, path) + words.map { ($0.0, Value(.string($0.1))) })
  }

  /// Workflow commands of GitHub Actions, which shows them at the line.
  private static func command(_ placed: PlacedFinding, _ path: String) -> String {
    let finding = placed.finding
    return command(
      "warning", finding.rule.rawValue, [finding.message, finding.fix].map(\.visible).joined(separator: "\n"),
      at: placed.place, path)
  }

  private static func command(_ problem: PlacedProblem, _ path: String) -> String {
    command("error", "error", problem.message.visible, at: problem.place, path)
  }

  private static func command(
    _ severity: String, _ name: String, _ message: String, at place: (line: Int, column: Int)?, _ path: String
  ) -> String {
    var properties = ["file=\(GitHubReport.property(path))"]
    if let place { properties += ["line=\(place.line)", "col=\(place.column)"] }
    properties.append("title=lrplot lint%3A \(name)")
    return "::\(severity) \(properties.joined(separator: ","))::\(GitHubReport.data(message))\n"
  }

  private static func testcase(_ placed: [PlacedFinding], _ wrong: [PlacedProblem], _ path: String) -> Element {
    let failures = placed.map { placed in
      let finding = placed.finding
      return Element(
        "failure", ["message": .text(finding.message), "type": .text(finding.rule.rawValue)], text: finding.fix)
    }
    let errors = wrong.map { Element("error", ["message": .text($0.message), "type": .text($0.code.rawValue)]) }
    let place = (wrong.map(\.place) + placed.map(\.place)).first ?? nil
    return Element(
      "testcase",
      [
        "classname": .text(Path.folder(of: path)), "name": .text(Path.name(of: path)), "file": .text(path),
        "line": .init(place.map { String($0.line) }),
      ], children: errors + failures)
  }

  private var suite: Bytes {
    let attributes: Element.Attributes = [
      "name": "lrplot lint", "tests": .text(String(linted)), "failures": .text(String(failures)),
      "errors": .text(String(errors)), "skipped": "0",
    ]
    let suites = Element("testsuites", attributes, children: [Element("testsuite", attributes, children: cases)])
    return Bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) + Writer.write(suites)
  }
}
