import Diagnostics
import JSON
import Schedules
import Text

/// When the scheduler of a command line is stepped.
extension LineDocument {
  /// A chain is stepped every step when all that it names is; else every epoch, as torch's combinators are.
  func interval(of stages: [Stage]) -> Interval {
    if let given = shared("interval") { return LineDocument.cadence(given)?.interval ?? .epoch }
    let isStepped = stages.allSatisfy { $0.parts.allSatisfy { SchedulerOutline($0)?.interval == .step } }
    return isCycleOfRun || isStepped ? .step : .epoch
  }

  /// A scheduler that says when it is stepped, if the line says so or something else decides.
  func stepped(_ node: Value, every decided: Interval?) throws(Diagnostic) -> Value {
    guard case .object(var members) = node.content else { return node }
    if let times = shared("times") {
      members.insert(member("times", try times.integer(for: "--times")), at: min(1, members.count))
    }
    let interval = shared("interval").map(interval) ?? decided.map { Value(.string($0.rawValue), at: place) }
    if let interval { members.insert(member("interval", interval), at: min(1, members.count)) }
    return Value(.object(members), at: node.range)
  }

  /// `epoch`, `500step`, `2epochs`: the word, or the object that a file would have.
  private func interval(_ argument: CommandLine.Argument) -> Value {
    guard let (every, interval) = LineDocument.cadence(argument), let every else { return argument.string }
    let count = Member(
      key: interval == .step ? "steps" : "epochs", at: argument.range,
      value: Value(.number(Number(every, isInteger: true)), at: argument.range))
    return Value(.object([count]), at: argument.range)
  }

  /// The number that stands before a unit, if there is one, and the unit.
  static func cadence(_ argument: CommandLine.Argument) -> (every: Double?, interval: Interval)? {
    let digits = argument.text.utf8.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    let unit = argument.text.utf8.dropFirst(digits.count)
    let words: [(String, Interval)] = [("step", .step), ("steps", .step), ("epoch", .epoch), ("epochs", .epoch)]
    guard let interval = words.first(where: { unit.elementsEqual($0.0.utf8) })?.1 else { return nil }
    if digits.isEmpty { return unit.last == UInt8(ascii: "s") ? nil : (nil, interval) }
    return Decimal.readLoosely(String(Substring(digits))).map { ($0, interval) }
  }
}
