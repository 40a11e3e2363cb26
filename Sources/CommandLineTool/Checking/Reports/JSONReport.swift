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
    let counts = ["same", "made", "updated", "differs", "missing", "error", "orphan"].map { ($0, number(tally[$0])) }
    return object([
      ("exit", number(Int(tally.exit.rawValue))), ("checked", number(tally.checked)), ("counts", object(counts)),
      ("files", array(files)), ("next", array(next.commands.map { string($0.command) })),
    ]).text()
  }

  private static func value(of verdict: Verdict) -> Value {
    var members = [("verdict", string(verdict.word)), ("path", string(verdict.path))]
    if !verdict.golden.isEmpty { members.append(("golden", string(verdict.golden))) }
    if let place = verdict.place { members += [("line", number(place.line)), ("column", number(place.column))] }
    if let message = verdict.explanation { members.append(("message", string(message))) }
    guard case .differs(let difference) = verdict.outcome else { return object(members) }
    if let pattern = difference.pattern { members.append(("pattern", string(pattern.name))) }
    members += [
      ("differing_rows", number(difference.rows.differing)), ("compared_rows", number(difference.rows.compared)),
      ("rows", array(difference.changes.map(row))),
    ]
    return object(members)
  }

  private static func row(_ change: Difference.Change) -> Value {
    object([
      ("step", number(change.step)), ("column", string(change.heading)), ("golden", number(change.golden)),
      ("actual", number(change.actual)),
    ])
  }
}

/// Values that stand in no source.
private let nowhere = SourceRange(0, 0)
private func string(_ text: String) -> Value { Value(.string(text), at: nowhere) }
private func number(_ count: Int) -> Value { Value(.number(Number(Double(count), isInteger: true)), at: nowhere) }
private func number(_ value: Double) -> Value {
  value.isNaN ? Value(.null, at: nowhere) : Value(.number(Number(value, isInteger: false)), at: nowhere)
}
private func array(_ elements: [Value]) -> Value { Value(.array(elements), at: nowhere) }
private func object(_ members: [(String, Value)]) -> Value {
  Value(.object(members.map { Member(key: $0.0, at: nowhere, value: $0.1) }), at: nowhere)
}
