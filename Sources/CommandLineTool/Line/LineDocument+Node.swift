import Diagnostics
import JSON
import Schedules
import Text

/// A kind of the chain and its parameters, as one scheduler.
extension LineDocument {
  /// The scheduler that one kind and its flags make.
  /// - Parameter rest: what is left of the run for it, in its own steps.
  func node(_ index: Int, isLast: Bool, lasting rest: ChainLength?) throws(Diagnostic) -> Value {
    let (kind, range) = (line.links[index].kind, line.links[index].word.range)
    var members = [member("type", Value(.string(kind.fullName), at: range))]
    for parameter in kind.declaration.parameters where !takesFromRun(parameter, of: kind) {
      let given = line.given.filter { $0.link == index && $0.name == parameter.name }
      guard let last = given.last else { continue }
      let value = try self.value(of: parameter, last, all: given.compactMap(\.value), isLast: isLast)
      members.append(Member(key: parameter.name, at: last.typed.range, value: value))
    }
    if let rest, let length = missingLength(of: kind, at: index) {
      guard rest.steps >= 1 else {
        throw Diagnostic(
          .usage, "nothing is left of the run for \(kind.typedName)", at: range,
          hint: "what comes before it lasts as long as the run")
      }
      members.append(try filled(length, of: kind, members, lasting: rest))
    }
    return Value(.object(members + (try total(of: kind))), at: range)
  }

  /// The value of a parameter; a percentage stays one where what it is of is found out later.
  private func value(
    of parameter: ParameterDescription, _ given: ParsedLine.GivenFlag, all: [CommandLine.Argument], isLast: Bool
  ) throws(Diagnostic) -> Value {
    guard let argument = given.value, argument.isPercentage, parameter.takesPercentages else {
      return try value(of: parameter.valueType.required, given, all: all)
    }
    // Where the next stage begins must be known now.
    return isLast ? argument.string : count(try part(argument, typed: given.typed.text), at: argument.range)
  }

  /// The length that a kind must be given, and is not.
  private func missingLength(of kind: Kind, at index: Int) -> ParameterDescription? {
    kind.declaration.parameters.first { parameter in
      parameter.isRequired && parameter.role == .length
        && !line.given.contains { $0.link == index && $0.name == parameter.name }
    }
  }

  /// The length with which a kind lasts as long as the rest of the run; some count it from the end of their warm-up.
  private func filled(
    _ length: ParameterDescription, of kind: Kind, _ members: [Member], lasting rest: ChainLength
  ) throws(Diagnostic) -> Member {
    let whole = member(length.name, count(rest.steps, at: rest.place))
    var warmUp = 0.0
    var known = members
    for parameter in kind.declaration.parameters where parameter.role == .warmup {
      guard let place = known.firstIndex(where: { $0.key.isFolded(equalTo: parameter.name) }) else { continue }
      if case .string(let text) = known[place].value.content, text.ends(with: "%"),
        let percent = Decimal.readLoosely(text.dropping(last: 1)), parameter.takesPercentages
      {
        known[place] = member(parameter.name, count((rest.steps * (percent / 100)).rounded()))
      }
      if case .number(let number) = known[place].value.content { warmUp += number.value }
    }
    let outline = SchedulerOutline(Value(.object(known + [whole]), at: place))
    guard warmUp > 0, let total = outline?.length, total == rest.steps + warmUp, warmUp < rest.steps else {
      return whole
    }
    return member(length.name, count(rest.steps - warmUp, at: rest.place))
  }

  /// Whether the only kind takes the run's epochs and steps per epoch as its own, which together are its length.
  ///
  /// It does without a length of its own: the length of the run is that of the whole schedule.
  var isCycleOfRun: Bool {
    guard links.count == 1 else { return false }
    let parameters = line.links[links.lowerBound].kind.declaration.parameters
    let isGiven = parameters.contains { $0.role == .length && given($0.name) != nil }
    return parameters.contains { $0.role == .epochs } && !isGiven && given("warmup") == nil
      && (line.has(.epochs) || line.has(.steps))
  }

  private func total(of kind: Kind) throws(Diagnostic) -> [Member] {
    guard isCycleOfRun else { return [] }
    func name(_ role: Role) -> String? { kind.declaration.parameters.first { $0.role == role }?.name }
    if let steps = argument(.steps), let total = name(.length) {
      return [member(total, try steps.integer(for: "--steps"))]
    }
    guard let number = argument(.epochs), let epochs = name(.epochs), let perEpoch = name(.stepsPerEpoch) else {
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
