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

  /// Whether the only kind takes the run's epochs and steps per epoch as its own, which together are its length.
  ///
  /// It does without a length of its own: whoever says how long the run is means the whole schedule.
  var isCycleOfRun: Bool {
    guard links.count == 1 else { return false }
    let parameters = line.links[links.lowerBound].kind.declaration.parameters
    let isGiven = parameters.contains { $0.role == .length && given($0.name) != nil }
    return parameters.contains { $0.role == .epochs } && !isGiven && given("warmup") == nil
      && (line.has("epochs") || line.has("steps"))
  }

  private func total(of kind: Kind) throws(Diagnostic) -> [Member] {
    guard isCycleOfRun else { return [] }
    func name(_ role: Role) -> String? { kind.declaration.parameters.first { $0.role == role }?.name }
    if let steps = argument("steps"), let total = name(.length) {
      return [member(total, try steps.integer(for: "--steps"))]
    }
    guard let number = argument("epochs"), let epochs = name(.epochs), let perEpoch = name(.stepsPerEpoch) else {
      return []
    }
    return [
      member(epochs, try number.integer(for: "--epochs")), member(perEpoch, count(Double(try stepsPerEpoch))),
    ]
  }

  /// Whether a parameter shares its name with a flag of the run.
  private func takesFromRun(_ parameter: ParameterDescription, of kind: Kind) -> Bool {
    parameter.role == .epochs || parameter.role == .stepsPerEpoch
  }
}
