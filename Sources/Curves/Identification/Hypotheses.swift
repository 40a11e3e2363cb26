import JSON
import Schedules
import Text

/// The parameters that a kind may have had, by what each of them does.
struct Hypotheses {
  /// More than these of one kind are not tried.
  private static let most = 1500

  let features: RateFeatures

  /// What a kind may have been given, the likeliest first; none where something that it needs is not known.
  func parameters(of kind: Kind, behind warmUp: Int = 0) -> [[(name: String, value: Value)]] {
    var choices: [(name: String, values: [Value?], isFree: Bool)] = []
    for parameter in kind.declaration.parameters {
      guard let values = values(of: parameter, behind: warmUp) else { return [] }
      choices.append((parameter.name, values, parameter.role == nil && !parameter.isRequired))
    }
    return combinations(of: choices)
  }

  /// The values of a parameter, `nil` for its default; nothing where it is needed and there are none.
  private func values(of parameter: ParameterDescription, behind warmUp: Int) -> [Value?]? {
    let type = parameter.valueType.required
    var values: [Value] = []
    switch type {
    case .integer, .float, .number, .perGroup(.number), .perGroup(.float), .perGroup(.integer), .either:
      let takesWholes = type == .integer || type == .perGroup(.integer)
      values = numbers(parameter, behind: warmUp).filter { !takesWholes || Int(exactly: $0) != nil }.map {
        takesWholes ? .integer(Int(exactly: $0) ?? 0) : .number($0)
      }
    case .list(let element) where element == .integer || element == .number:
      if parameter.role == .milestones {
        values = features.milestones.map { list in Value(.array(list.map { .integer($0 - warmUp) })) }
      }
    case .choice(let words): values = words.map { Value(.string($0)) }
    case .percentage, .boolean, .text, .function, .lambda, .list, .perGroup, .optional, .scheduler, .schedulers,
      .stepMap, .record:
      break
    }
    if parameter.isRequired { return values.isEmpty ? nil : values }
    // Torch's argument for resuming, and others like it, are never what made a curve.
    if parameter.name == "last_epoch" { return [nil] }
    return [nil] + values.filter { $0.text().text != parameter.standard }
  }

  private func numbers(_ parameter: ParameterDescription, behind warmUp: Int) -> [Double] {
    func behind(_ counts: [Int]) -> [Double] {
      var all = counts.map(Double.init)
      if warmUp > 0 { all = counts.filter { $0 > warmUp }.map { Double($0 - warmUp) } + all }
      return all
    }
    switch parameter.role {
    case .length, .epochs: return behind(features.lengths)
    case .warmup: return features.warmUps.map(Double.init)
    case .hold: return features.holds.map(Double.init)
    case .decay: return features.decays.map(Double.init)
    case .period: return features.periods.map(Double.init)
    case .cycle: return (features.cycles + features.warmUps.prefix(2)).map(Double.init)
    case .cycles, .restarts: return features.cycleCounts.map(Double.init)
    case .start: return features.starts + (features.bases.last.map { [$0] } ?? [])
    case .peak: return features.bases
    case .floor: return features.floors
    case .milestones, .mode, .patience, .threshold, .thresholdMode, .released, .increment, .stepsPerEpoch: return []
    case nil: return features.factors
    }
  }

  /// Combinations of values: with every default first, then with one and with two values that no role knows.
  private func combinations(
    of choices: [(name: String, values: [Value?], isFree: Bool)]
  ) -> [[(name: String, value: Value)]] {
    var found: [[(name: String, value: Value)]] = []
    let free = choices.indices.filter { choices[$0].isFree && choices[$0].values.count > 1 }
    let pairs = free.indices.flatMap { one in free[(one + 1)...].map { [free[one], $0] } }
    for varied in [[]] + free.map({ [$0] }) + pairs {
      let lists = choices.indices.map { index -> [Value?] in
        guard choices[index].isFree else { return choices[index].values }
        let values = choices[index].values
        return varied.contains(index) ? Array(values.dropFirst()) : Array(values.prefix(1))
      }
      var places = lists.map { _ in 0 }
      while found.count < Self.most {
        var combination: [(name: String, value: Value)] = []
        for index in choices.indices {
          if let value = lists[index][places[index]] { combination.append((choices[index].name, value)) }
        }
        found.append(combination)
        guard let next = places.indices.last(where: { places[$0] + 1 < lists[$0].count }) else { break }
        places[next] += 1
        for index in places.indices where index > next { places[index] = 0 }
      }
    }
    return found
  }
}
