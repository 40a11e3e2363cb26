import JSON
import SVG
import Text

/// Findings as a person, a runner or a program reads them.
struct LintReport {
  private let form: ReportForm
  private var linted = 0
  private var findings: [Value] = []
  private var cases: [Element] = []
  private var failures = 0
  private var errors = 0

  /// Whether it is drawn for this very terminal, colours and all.
  var isDrawn: Bool { form == .text }

  init(_ form: ReportForm) { self.form = form }

  /// What is printed at once for a file, in its turn.
  mutating func text(of placed: [PlacedFinding], in path: String, isReadable: Bool) -> String {
    linted += 1
    switch form {
    case .text: return placed.map(\.excerpt).joined()
    case .github: return placed.map { LintReport.command($0, path) }.joined()
    case .json: findings += placed.map { LintReport.value(of: $0, path) }
    case .junit:
      if !isReadable { errors += 1 } else if !placed.isEmpty { failures += 1 }
      cases.append(LintReport.testcase(placed, path, isReadable: isReadable))
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
        ("findings", Value(.array(findings))),
      ]).text()
    case .junit: suite
    }
  }

  private static func number(_ count: Int) -> Value { Value(.number(Number(Double(count), isInteger: true))) }

  private static func value(of placed: PlacedFinding, _ path: String) -> Value {
    let finding = placed.finding
    var members: [(key: String, value: Value)] = [("path", Value(.string(path)))]
    if let place = placed.place { members += [("line", number(place.line)), ("column", number(place.column))] }
    members += [("rule", finding.rule.rawValue), ("message", finding.message), ("fix", finding.fix)]
      .map { ($0.0, Value(.string($0.1))) }
    return .object(members)
  }

  /// A workflow command of GitHub Actions, which shows it at the line.
  private static func command(_ placed: PlacedFinding, _ path: String) -> String {
    let finding = placed.finding
    var properties = ["file=\(GitHubReport.property(path))"]
    if let place = placed.place { properties += ["line=\(place.line)", "col=\(place.column)"] }
    properties.append("title=lrplot lint%3A \(finding.rule.rawValue)")
    let message = GitHubReport.data([finding.message, finding.fix].map(\.visible).joined(separator: "\n"))
    return "::warning \(properties.joined(separator: ","))::\(message)\n"
  }

  private static func testcase(_ placed: [PlacedFinding], _ path: String, isReadable: Bool) -> Element {
    let failures = placed.map { placed in
      let finding = placed.finding
      return Element(
        "failure", ["message": .text(finding.message), "type": .text(finding.rule.rawValue)], text: finding.fix)
    }
    let error = Element("error", ["message": "cannot be read", "type": "error"])
    return Element(
      "testcase",
      [
        "classname": .text(Path.folder(of: path)), "name": .text(Path.name(of: path)), "file": .text(path),
        "line": .init(placed.first?.place.map { String($0.line) }),
      ], children: isReadable ? failures : [error])
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
