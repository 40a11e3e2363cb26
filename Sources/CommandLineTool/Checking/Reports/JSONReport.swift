import Curves
import Diagnostics
import JSON
import Text

/// One JSON object, for programs.
struct JSONReport: Report {
  private var files: [Value] = []

  mutating func text(of verdict: Verdict) -> String {
    files.append(JSONReport.value(of: verdict))
    return ""
  }

  func ending(_ tally: Tally, _ next: NextCommand) -> Bytes {
    let counts = ["same", "made", "updated", "differs", "missing", "error", "orphan"].map {
      (key: $0, value: Value.integer(tally[$0]))
    }
    return Value.object([
      ("schema", "lrplot/check/1"), ("exit", .integer(Int(tally.exit.rawValue))), ("checked", .integer(tally.checked)),
      ("counts", .object(counts)),
      ("files", Value(.array(files))), ("next", Value(.array(next.commands.map { .text($0.command) }))),
    ]).text()
  }

  private static func value(of verdict: Verdict) -> Value {
    var members: [(key: String, value: Value)] = [
      ("verdict", .text(verdict.word)), ("path", .text(verdict.path)),
    ]
    if !verdict.golden.isEmpty { members.append(("golden", .text(verdict.golden))) }
    if let place = verdict.place { members += [("line", .integer(place.line)), ("column", .integer(place.column))] }
    if let message = verdict.explanation { members.append(("message", .text(message))) }
    if case .failed(let code, _) = verdict.outcome { members.append(("code", .text(code.rawValue))) }
    guard case .differs(let difference) = verdict.outcome else { return .object(members) }
    if let pattern = difference.pattern { members.append(("pattern", .text(pattern.name))) }
    members += [
      ("differing_rows", .integer(difference.rows.differing)), ("compared_rows", .integer(difference.rows.compared)),
      ("rows", Value(.array(difference.changes.map(row)))),
    ]
    return .object(members)
  }

  private static func row(_ change: Difference.Change) -> Value {
    Value.object([
      ("step", .integer(change.step)), ("column", .text(change.heading)), ("golden", .decimal(change.golden)),
      ("actual", .decimal(change.actual)),
    ])
  }
}
