import Diagnostics
import JSON
import Schedules

/// A kind of the chain and its parameters, as one scheduler.
extension LineDocument {
  /// The scheduler that one kind and its flags make.
  func node(_ index: Int) throws(Diagnostic) -> Value {
    let (kind, range) = (line.links[index].kind, line.links[index].word.range)
    var members = [member("type", Value(.string(kind.fullName), at: range))]
    for parameter in kind.declaration.parameters where !takesFromRun(parameter, of: kind) {
      let given = line.given.filter { $0.link == index && $0.name == parameter.name }
      guard let last = given.last else { continue }
      let value = try self.value(of: parameter.shape.required, last, all: given.compactMap(\.value))
      members.append(Member(key: parameter.name, at: last.typed.range, value: value))
    }
    return Value(.object(members + (try total(of: kind))), at: range)
  }

  /// Whether the only kind is a one-cycle that takes the run's epochs and steps per epoch as its own.
  ///
  /// It does without `--total-steps`: whoever says how long the run is means the whole cycle.
  var isCycleOfRun: Bool {
    links.count == 1 && line.links[links.lowerBound].kind.name == OneCycle.kindName && given("total_steps") == nil
      && given("warmup") == nil && (line.has("epochs") || line.has("steps"))
  }

  private func total(of kind: Kind) throws(Diagnostic) -> [Member] {
    guard isCycleOfRun else { return [] }
    if let steps = argument("steps") { return [member("total_steps", try steps.integer(for: "--steps"))] }
    guard let epochs = argument("epochs") else { return [] }
    return [
      member("epochs", try epochs.integer(for: "--epochs")),
      member("steps_per_epoch", count(Double(try stepsPerEpoch))),
    ]
  }

  /// Whether a parameter shares its name with a flag of the run.
  private func takesFromRun(_ parameter: ParameterDescription, of kind: Kind) -> Bool {
    kind.name == OneCycle.kindName && ["epochs", "steps_per_epoch"].contains(parameter.name)
  }

  private enum OneCycle { static let kindName = "OneCycleLR" }
}
