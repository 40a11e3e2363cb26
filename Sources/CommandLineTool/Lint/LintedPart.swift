import Diagnostics
import JSON
import Schedules

/// A scheduler and the part of a run that it is stepped for: what most rules look at.
struct LintedPart {
  let node: Node
  /// In the scheduler's own count.
  let run: RunLength
  let interval: Interval
  let stepsPerEpoch: Int
  /// The optimizer before anything was attached to it.
  let optimizer: Optimizer
  /// Whether it drives one of the file's `quantities`, and no rate.
  let isOfQuantity: Bool
  /// Whether it is the only scheduler in a combinator, which may step it once less than one would think.
  let isOnlyPart: Bool
  let parameters: [ParameterDescription]
  /// The first group's rates, as far as the run goes, when the scheduler is alone with the optimizer.
  let rates: [Double]

  /// More rates than this are not looked at.
  static let mostValues = 1_000_000

  init(
    node: Node, run: RunLength, interval: Interval, stepsPerEpoch: Int, optimizer: Optimizer,
    isOfQuantity: Bool = false,
    isOnlyPart: Bool = false
  ) {
    self.node = node
    self.run = run
    self.interval = interval
    self.stepsPerEpoch = stepsPerEpoch
    self.optimizer = optimizer
    self.isOfQuantity = isOfQuantity
    self.isOnlyPart = isOnlyPart
    parameters = node.parameters
    rates = LintedPart.rates(of: node, on: optimizer, run.count)
  }

  /// The schedulers in it, each with its part of the run.
  var parts: [LintedPart] {
    let parts = node.scheduler.parts(of: run)
    return parts.map {
      LintedPart(
        node: $0.node, run: $0.run, interval: interval, stepsPerEpoch: stepsPerEpoch, optimizer: optimizer,
        isOfQuantity: isOfQuantity, isOnlyPart: parts.count == 1)
    }
  }

  /// “epochs” or “steps”, as the scheduler counts.
  var unit: String { interval == .step ? "steps" : "epochs" }

  /// A number of a parameter, and where it is written; by the scheduler's name where it is the default.
  struct GivenNumber {
    let name: String
    let value: Double
    let range: SourceRange
    let isWritten: Bool
    let isRequired: Bool
  }

  /// The number of the first parameter with a role that is written, or else has a default.
  func given(_ role: Role) -> GivenNumber? {
    let all = parameters.filter { $0.role == role }.compactMap(given)
    return all.first(where: \.isWritten) ?? all.first
  }

  /// The number that is written for a role.
  func written(_ role: Role) -> GivenNumber? { given(role).flatMap { $0.isWritten ? $0 : nil } }

  private func given(_ parameter: ParameterDescription) -> GivenNumber? {
    if let member = node.member(parameter.name) {
      guard case .number(let number) = member.value.content else { return nil }
      return GivenNumber(
        name: member.key, value: number.value, range: member.value.range, isWritten: true,
        isRequired: parameter.isRequired)
    }
    return parameter.standard.flatMap(Double.init).map {
      GivenNumber(name: parameter.name, value: $0, range: node.range, isWritten: false, isRequired: false)
    }
  }

  /// How long the schedule is by its own account, and what says so.
  var length: (steps: Double, given: GivenNumber)? {
    guard let own = node.scheduler.length, own > 0 else { return nil }
    if let given = given(.length) ?? written(.stepsPerEpoch) { return (own, given) }
    return given(.decay).flatMap { $0.value == own ? (own, $0) : nil }
  }

  /// The length as a message begins with it: by the parameter that is it, unless several make it.
  func words(for length: (steps: Double, given: GivenNumber)) -> String {
    length.given.value == length.steps
      ? "“\(length.given.name)” is \(Shown.number(length.steps))"
      : "the schedule is \(Shown.number(length.steps)) \(unit) long"
  }

  /// The length, or that of a first cycle that may not be finished either.
  var lengthOrCycle: (steps: Double, given: GivenNumber)? {
    if let length { return length }
    return given(.cycle).flatMap { $0.value > 0 ? ($0.value, $0) : nil }
  }

  /// Values with which the schedule might be as long as it is stepped.
  func repairs(toward count: Double) -> [Repair] {
    guard let length = lengthOrCycle else { return [] }
    let owner = Repair.Owner.node(node.range)
    if let steps = written(.stepsPerEpoch), let epochs = written(.epochs) {
      return [(steps, epochs), (epochs, steps)].compactMap { one, other in
        let value = count / other.value
        return value == value.rounded() ? Repair(owner: owner, key: one.name, value: value) : nil
      }
    }
    let (own, given) = (length.steps, length.given)
    return [count, given.value + (count - own), (given.value * count / own).rounded()].filter { $0 > 0 }
      .map { Repair(owner: owner, key: given.name, value: $0) }
  }

  /// The first group's rates when the scheduler is alone with the optimizer, up to `count` of them.
  func rates(_ count: Int) -> [Double] {
    count <= rates.count ? Array(rates.prefix(count)) : LintedPart.rates(of: node, on: optimizer, count)
  }

  static func rates(of node: Node, on optimizer: Optimizer, _ count: Int) -> [Double] {
    guard !node.scheduler.watchesMetric else { return [] }
    var (optimizer, node) = (optimizer, node)
    var rates: [Double] = []
    do throws(Diagnostic) {
      try node.start(&optimizer)
      while rates.count < min(count, mostValues) {
        guard let rate = optimizer.groups.first?.lr else { break }
        rates.append(rate)
        if rates.count < count { try node.step(&optimizer, metric: nil) }
      }
    } catch {
      // What cannot go on is an error of the run, or is never stepped so far.
    }
    return rates
  }
}
