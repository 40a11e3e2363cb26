import Curves
import Diagnostics
import JSON
import Logs
import Text

/// Reports verdicts on logs in the requested form.
struct LogReport {
  let form: ReportForm
  let isQuiet: Bool
  private var files: [Value] = []
  private var counts: [String: Int] = [:]
  private var exit = Exit.done
  private var suite = JUnitSuite("lrplot check --log")

  init(_ form: ReportForm, isQuiet: Bool) {
    self.form = form
    self.isQuiet = isQuiet
  }

  /// What is printed at once for a verdict.
  mutating func text(of verdict: LogVerdict) -> String {
    exit = max(exit, verdict.exit)
    counts[verdict.word, default: 0] += 1
    switch form {
    case .text: return words(verdict)
    case .github: return annotation(verdict)
    case .junit: suite.add(verdict.path, line: verdict.place?.line, outcomes(verdict))
    case .json: files.append(LogReport.value(of: verdict))
    }
    return ""
  }

  /// What is printed when everything is known.
  func ending() -> Bytes {
    switch form {
    case .text, .github: return []
    case .junit: return suite.document
    case .json:
      let all = ["agrees", "diverges", "error"].map { (key: $0, value: Value.integer(counts[$0] ?? 0)) }
      return Value.object([
        ("schema", "lrplot/check/1"), ("exit", .integer(Int(exit.rawValue))), ("checked", .integer(files.count)),
        ("counts", .object(all)), ("files", Value(.array(files))), ("next", Value(.array([]))),
      ]).text()
    }
  }

  private func words(_ verdict: LogVerdict) -> String {
    if isQuiet, verdict.exit == .done { return "" }
    let lines = isQuiet ? [] : verdict.lines
    return "\(Excerpt.visible(verdict.path)): \(Excerpt.visible(verdict.headline))\n"
      + lines.map { "  \(Excerpt.visible($0))\n" }.joined()
  }

  private func annotation(_ verdict: LogVerdict) -> String {
    guard verdict.exit != .done else { return WorkflowCommand.disarmed(Bytes(words(verdict).utf8), as: .words).text }
    return WorkflowCommand.line(
      .error, titled: "lrplot check: \(verdict.word)",
      ([verdict.headline] + verdict.lines).map(\.visible).joined(by: "\n"),
      in: verdict.path, at: verdict.place)
  }

  private func outcomes(_ verdict: LogVerdict) -> [JUnitOutcome] {
    let text = ([verdict.headline] + verdict.lines).joined(by: "\n")
    switch verdict.exit {
    case .done: return [JUnitOutcome(kind: .output, text: text)]
    case .differs: return [JUnitOutcome(kind: .failure, message: verdict.headline, type: verdict.word, text: text)]
    case .trouble: return [JUnitOutcome(kind: .error, message: verdict.headline, type: verdict.word, text: text)]
    }
  }

  private static func value(of verdict: LogVerdict) -> Value {
    var members: [(key: String, value: Value)] = [
      ("verdict", .text(verdict.word)), ("path", .text(verdict.path)), ("plan", .text(verdict.plan)),
    ]
    if let place = verdict.place { members += [("line", .integer(place.line)), ("column", .integer(place.column))] }
    members.append(("message", .text(verdict.headline)))
    guard case .compared(let log, let comparison) = verdict.outcome else {
      if case .failed(let code, _) = verdict.outcome { members.append(("code", .text(code.rawValue))) }
      return .object(members)
    }
    if let pattern = comparison.pattern { members.append(("pattern", .text(pattern.name))) }
    members += [
      ("form", .text(log.form.rawValue)), ("convention", .text(comparison.convention.words)),
      ("convention_from", .text(comparison.isAsked ? "--offset" : log.form.reason(for: comparison.convention))),
      ("exactness", .text(comparison.exactness)), ("readings", readings(log, comparison)),
    ]
    if let first = comparison.first { members.append(("first", value(of: first))) }
    let warnings = verdict.warnings(log, comparison).map { Value.text($0.dropping(first: "warning: ".utf8.count)) }
    members.append(("warnings", Value(.array(warnings))))
    return .object(members)
  }

  private static func readings(_ log: Log, _ comparison: LogComparison) -> Value {
    .object([
      ("used", .integer(comparison.used)), ("differing", .integer(comparison.differing)),
      ("without_rate", .integer(log.withoutRate)), ("unreadable", .integer(log.unreadable)),
      ("repeated", .integer(comparison.repeated)), ("beyond", .integer(comparison.beyond)),
    ])
  }

  private static func value(of first: LogComparison.Divergence) -> Value {
    var members: [(key: String, value: Value)] = [
      ("step", .integer(first.step)), ("row", .integer(first.row)), ("logged", .decimal(first.logged)),
      ("planned", .decimal(first.planned)),
    ]
    if let column = first.column { members.append(("column", .text(column))) }
    if let group = first.group { members.append(("group", .text(group))) }
    return .object(members)
  }
}
