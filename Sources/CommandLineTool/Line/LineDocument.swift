import Diagnostics
import JSON
import Schedules
import Text

/// Makes the document that a command line stands for: the same JSON that a file would hold, with places in the line.
///
/// Everything but nested JSON and numbers is checked where documents are read.
struct LineDocument {
  let line: ParsedLine
  let kind: Kind
  let kindRange: SourceRange

  /// The document.
  func value() throws(Diagnostic) -> Value {
    var members = try run()
    members.append(member("optimizer", try optimizer()))
    members.append(member("scheduler", try scheduler()))
    if let metric = argument("metric") { members.append(member("metric", self.metric(metric))) }
    return object(members)
  }

  private func scheduler() throws(Diagnostic) -> Value {
    var members = [member("type", Value(.string(kind.fullName), at: kindRange))]
    let total = try oneCycleTotal()
    if let interval = argument("interval") {
      members.append(member("interval", interval.string))
    } else if !total.isEmpty {
      members.append(member("interval", Value(.string("step"), at: kindRange)))
    }
    for parameter in kind.declaration.parameters where !isTotal(parameter) {
      let given = line.given.filter { $0.name.isFolded(equalTo: parameter.name) }
      guard let last = given.last else { continue }
      let value = try self.value(of: parameter.shape.required, last, all: given.compactMap(\.value))
      members.append(Member(key: parameter.name, at: last.typed.range, value: value))
    }
    return Value(.object(members + total), at: kindRange)
  }

  /// One-cycle without `--total-steps` takes the run's epochs and steps per epoch as its own, and is stepped per step:
  /// whoever says how long the run is means the whole cycle.
  private func oneCycleTotal() throws(Diagnostic) -> [Member] {
    guard kind.name == OneCycle.kindName, !line.has("total_steps"), let epochs = argument("epochs") else { return [] }
    return [member("epochs", epochs.number()), member("steps_per_epoch", integer(try stepsPerEpoch))]
  }

  /// Whether a parameter shares its name with the flag of the run that `oneCycleTotal` reads.
  private func isTotal(_ parameter: ParameterDescription) -> Bool {
    kind.name == OneCycle.kindName && ["epochs", "steps_per_epoch"].contains(parameter.name)
  }

  private enum OneCycle { static let kindName = "OneCycleLR" }

  // MARK: Values

  func argument(_ name: String) -> CommandLine.Argument? { line.value(of: name) }

  func member(_ key: String, _ value: Value) -> Member { Member(key: key, at: value.range, value: value) }

  func object(_ members: [Member]) -> Value { Value(.object(members), at: kindRange) }

  func number(_ value: Double) -> Value { Value(.number(Number(value, isInteger: false)), at: kindRange) }

  func integer(_ value: Int) -> Value { Value(.number(Number(Double(value), isInteger: true)), at: kindRange) }
}
