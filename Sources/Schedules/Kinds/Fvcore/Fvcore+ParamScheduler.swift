import Diagnostics
import Text

extension Fvcore {
  /// A function of `where`, the part of the training that is over: 0 in the first update, 1 after the last.
  struct ParamScheduler: Sendable {
    /// What it is called in pictures.
    let label: String
    let motion: Motion
    /// Where its phases begin.
    let beginnings: [Phase.Beginning]
    let value: @Sendable (_ position: Double) throws(Diagnostic) -> Double

    init(
      _ label: String, _ motion: Motion = .moves, _ beginnings: [Phase.Beginning] = [],
      value: @escaping @Sendable (_ position: Double) throws(Diagnostic) -> Double
    ) {
      self.label = label
      self.motion = motion
      self.beginnings = beginnings
      self.value = value
    }

    /// A law that can be taken apart again.
    func law(
      length: Double?, rate: @escaping @Sendable (_ step: Int, _ base: Double) throws(Diagnostic) -> Double
    ) -> Law {
      var law = Law(length: length, motion, rate: rate)
      law.content = self
      return law
    }

    /// Its phases in a training of `count` updates.
    func phases(of count: Double) -> [Phase] {
      Phase.named(beginnings.map { ($0.start * count, $0.motion, $0.label) })
    }
  }

  enum Scaling: String, Choice { case rescaled, fixed }

  /// How far apart two points of the training may be and still count as one.
  private static let epsilon = 1e-6

  static func constant(_ value: Double) -> ParamScheduler {
    ParamScheduler("constant", .jumps) { (position) throws(Diagnostic) in
      if position >= 1 {
        throw Diagnostic(.run, "a constant is evaluated after the end of the training", hint: "raise max_iter")
      }
      return value
    }
  }

  static func linear(from start: Double, to end: Double) -> ParamScheduler {
    ParamScheduler("line") { position in end * position + start * (1 - position) }
  }

  static func cosine(from start: Double, to end: Double) -> ParamScheduler {
    ParamScheduler("cosine") { position in end + 0.5 * (start - end) * (1 + Libm.cos(.pi * position)) }
  }

  /// The values of equal parts.
  static func steps(_ values: [Double]) -> ParamScheduler {
    let beginnings = values.indices.prefix(Phase.mostNamed).map { index -> Phase.Beginning in
      (Double(index) / Double(values.count), .jumps, "step \(index + 1)")
    }
    return ParamScheduler("steps", .jumps, beginnings) { (position) throws(Diagnostic) in
      let index = ((position + epsilon) * Double(values.count)).rounded(.towardZero)
      guard let index = Int(exactly: index), index < values.count, index >= -values.count else {
        throw Diagnostic(.run, "a step is evaluated after the end of the training", hint: "raise max_iter")
      }
      return values[index < 0 ? values.count + index : index]
    }
  }

  /// A first value, and what is left of it after each of some drops.
  static func drops(from base: Double, by gamma: Double, _ count: Int) -> [Double] {
    (0..<count).reduce(into: [base]) { values, _ in values.append((values.last ?? base) * gamma) }
  }

  /// The values between milestones, or of equal parts of a count.
  static func steps(_ values: [Double], count given: Double?, milestones list: [Double]?) throws(Diagnostic)
    -> ParamScheduler
  {
    guard given != nil || list != nil, !values.isEmpty else { throw .reported }
    var milestones = list ?? []
    if list == nil, let given {
      let width = (given / Double(values.count)).rounded(.up)
      milestones = (1..<values.count).map { width * Double($0) }
    } else if milestones.count != values.count - (given == nil ? 0 : 1) {
      throw Diagnostic(
        .value, "\(values.count) values need \(values.count - (given == nil ? 0 : 1)) milestones", of: "milestones")
    }
    let count = given ?? milestones.removeLast()
    if count < Double(values.count) {
      throw Diagnostic(
        .value, "there are fewer updates, \(Shown.number(count)), than values, \(values.count)", of: "num_updates")
    }
    var before = 0.0
    for milestone in milestones {
      if milestone >= count || milestone <= before {
        throw Diagnostic(.value, "milestones must increase, and be less than \(Shown.number(count))", of: "milestones")
      }
      before = milestone
    }
    let beginnings = ([0] + milestones.map { $0 / count }).prefix(Phase.mostNamed).enumerated()
      .map { ($1, Motion.jumps, "step \($0 + 1)") }
    let drops = milestones
    return ParamScheduler("steps", .jumps, beginnings) { (position) throws(Diagnostic) in
      if position > 1 {
        throw Diagnostic(.run, "a step is evaluated after the end of the training", hint: "raise max_iter")
      }
      let update = ((position + epsilon) * count).rounded(.towardZero)
      return values[Python.bisect(drops, update)]
    }
  }

  /// Schedules one after the other; `labels` are what they are called in pictures, unless as they call themselves.
  static func composite(
    _ schedules: [ParamScheduler], lengths given: [Double], scalings: [Scaling], labels: [String]? = nil
  ) throws(Diagnostic) -> ParamScheduler {
    guard schedules.count == given.count else {
      throw Diagnostic(.value, "\(schedules.count) schedulers need as many lengths, not \(given.count)", of: "lengths")
    }
    guard let last = given.indices.last else {
      throw Diagnostic(.value, "there must be at least one scheduler", of: "schedulers")
    }
    let sum = given.reduce(0, +)
    if abs(sum - 1) >= 1e-3 {
      throw Diagnostic(.value, "the lengths must add up to 1, not \(sum)", of: "lengths")
    }
    let lengths = given.dropLast() + [sum == 1 ? given[last] : 1 - given.dropLast().reduce(0, +)]
    var beginnings: [Phase.Beginning] = []
    var start = 0.0
    for (index, length) in lengths.enumerated() {
      let schedule = schedules[index]
      let isFixed = index < scalings.count && scalings[index] == .fixed
      beginnings.append((start, schedule.motion, labels?[index] ?? schedule.label))
      for inner in schedule.beginnings {
        let begin = isFixed ? inner.start : start + inner.start * length
        if begin < start + length { beginnings.append((max(start, begin), inner.motion, inner.label)) }
      }
      start += length
    }
    let motion: Motion = schedules.allSatisfy { $0.motion == .jumps } ? .jumps : .moves
    return ParamScheduler("composite", motion, beginnings) { (position) throws(Diagnostic) in
      var index = 0
      var end = lengths[0]
      while position + epsilon > end, index < schedules.count - 1 {
        index += 1
        end += lengths[index]
      }
      guard index < scalings.count else {
        throw Diagnostic(.run, "“interval_scaling” has no word for scheduler \(index + 1)", of: "interval_scaling")
      }
      if scalings[index] == .fixed { return try schedules[index].value(position) }
      let start = end - lengths[index]
      return try schedules[index].value(try Python.quotient(position - start, lengths[index], "a length"))
    }
  }
}
