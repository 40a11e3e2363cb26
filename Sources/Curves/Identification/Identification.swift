import Imports
import JSON
import Schedules
import Text

/// Which schedule made some readings.
package struct Identification: Sendable {
  package let hypothesis: Hypothesis
  /// How long the run was, as far as is known.
  package let steps: Int
  /// How much of it the readings cover.
  package let covered: Int
  /// “to the bit”, “to 1e-9”, “to 4 digits”.
  package let exactness: String

  /// Finds the kind and the parameters that give all readings, as exactly as they are written; `nil` where none does.
  ///
  /// Every kind is tried whose parameters can be known by what they do. The simplest is the answer: the one with the
  /// fewest values, of the kind that comes first.
  package static func of(_ readings: RateReadings) -> Identification? {
    let search = Search(readings)
    let families = Catalogue.families
    // The usual families together, then the others.
    let usual = families.filter { ["torch", "transformers"].contains($0.name) || $0.isDefault }
    let rare = families.filter { family in !usual.contains { $0.name == family.name } }
    let all = usual.flatMap(\.kinds)
    func kinds(of family: String) -> [Kind] { families.first { $0.name == family }?.kinds ?? [] }
    // What takes one value at most is the answer wherever it fits; else those of one library after the other.
    let found =
      search.simplest(of: all, most: 1) ?? search.simplest(of: kinds(of: "torch"))
      ?? search.simplest(of: kinds(of: "transformers")) ?? search.simplest(of: all)
      ?? search.behindWarmUp(all) ?? search.simplest(of: rare.flatMap(\.kinds))
    return found.map { found in
      Identification(
        hypothesis: found.hypothesis, steps: search.length(of: found.hypothesis), covered: search.steps,
        exactness: search.exactness(of: found.rates))
    }
  }
}

/// Holds hypotheses against readings.
private struct Search {
  let readings: RateReadings
  let features: RateFeatures
  /// Rows up to the last reading, and the run as long as it was to be.
  let steps: Int
  private let rows: Int
  /// More hypotheses than these are not tried: what is found is found among the first hundreds.
  private static let most = 20_000
  /// A few readings of the beginning, which most hypotheses fail at.
  private let first: Int

  init(_ readings: RateReadings) {
    self.readings = readings
    features = RateFeatures(readings)
    rows = (readings.rows.last ?? 0) + 1
    steps = max(rows, readings.total ?? rows)
    first = min(readings.count, 5)
  }

  /// The hypothesis that fits with the fewest values given, of the kind that comes first.
  /// - Parameter most: how many values may be given.
  func simplest(of kinds: [Kind], most: Int = 8) -> (hypothesis: Hypothesis, rates: [Double])? {
    let makers = Hypotheses(features: features)
    var byCount: [[(kind: Kind, parameters: [(name: String, value: Value)])]] = []
    for kind in kinds where isPossible(kind) {
      for parameters in makers.parameters(of: kind) where parameters.count <= most {
        while byCount.count <= parameters.count { byCount.append([]) }
        byCount[parameters.count].append((kind, parameters))
      }
    }
    var left = Self.most
    for (kind, parameters) in byCount.joined() {
      for base in features.bases {
        left -= 1
        guard left > 0 else { return nil }
        let hypothesis = Hypothesis(kind: kind, parameters: parameters, base: base, warmUp: nil)
        if let rates = rates(of: hypothesis) { return (hypothesis, rates) }
      }
    }
    return nil
  }

  /// A kind that follows a linear warm-up of its own.
  func behindWarmUp(_ kinds: [Kind]) -> (hypothesis: Hypothesis, rates: [Double])? {
    let makers = Hypotheses(features: features)
    var left = Self.most / 3
    for warmUp in features.warmUps.prefix(3) {
      for kind in kinds where isPossible(kind) {
        for parameters in makers.parameters(of: kind, behind: warmUp).prefix(40) {
          for base in features.bases.prefix(2) {
            for start in features.factors.filter({ $0 > 0 && $0 < 1 }).prefix(4) {
              left -= 1
              guard left > 0 else { return nil }
              let hypothesis = Hypothesis(kind: kind, parameters: parameters, base: base, warmUp: (start, warmUp))
              if let rates = rates(of: hypothesis) { return (hypothesis, rates) }
            }
          }
        }
      }
    }
    return nil
  }

  private func isPossible(_ kind: Kind) -> Bool {
    kind.declaration.parameters.allSatisfy { parameter in
      !parameter.isRequired
        || ![.scheduler, .schedulers, .function, .lambda, .stepMap, .text].contains(parameter.valueType.required)
    }
  }

  /// The rates of a hypothesis that fits every reading.
  private func rates(of hypothesis: Hypothesis) -> [Double]? {
    if readings.count > 2 * first, readings.rows[first - 1] + 1 < rows / 2 {
      guard let rates = hypothesis.rates(steps: readings.rows[first - 1] + 1), fits(rates, upTo: first) else {
        return nil
      }
    }
    guard let rates = hypothesis.rates(steps: steps), fits(rates, upTo: readings.count) else { return nil }
    return rates
  }

  private func fits(_ rates: [Double], upTo count: Int) -> Bool {
    let peak = readings.peak
    return (0..<count).allSatisfy { index in
      let row = readings.rows[index]
      return row < rates.count && readings.precision.accepts(readings.rates[index], for: rates[row], peak: peak)
    }
  }

  /// The steps of a run that goes on to the end of its schedule, if that is near the last reading.
  func length(of hypothesis: Hypothesis) -> Int {
    let roles = hypothesis.kind.declaration.parameters
    let lengths = hypothesis.parameters.compactMap { name, value -> Int? in
      guard roles.contains(where: { $0.name == name && $0.role == .length }), case .number(let number) = value.content
      else { return nil }
      return Int(exactly: number.value)
    }
    guard let length = lengths.first, lengths.count == 1 else { return steps }
    let whole = length + (hypothesis.warmUp?.steps ?? 0)
    return whole > steps && whole - steps <= steps / 10 + 1 ? whole : steps
  }

  func exactness(of rates: [Double]) -> String {
    let pairs = readings.rows.indices.map { (readings.rates[$0], rates[readings.rows[$0]]) }
    if pairs.allSatisfy({ $0 == $1 }) { return "to the bit" }
    let isClose = pairs.allSatisfy { LogPrecision.exact.accepts($0, for: $1, peak: readings.peak) }
    return isClose ? LogPrecision.exact.words : readings.precision.words
  }
}
