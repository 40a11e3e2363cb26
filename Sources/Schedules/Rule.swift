import Diagnostics

/// A schedule that is a function of the step: every rate is computed from the base rate alone.
///
/// Groups, base rates and counting are handled once, by `Ruled`. In a chain it overwrites what came before it; in a
/// sequence it begins at its own step 0.
protocol Rule: Sendable {
  /// Hears how long the run is, before `prepare`; not at all when nobody knows, as in a training loop.
  mutating func adopt(_ run: RunLength)
  /// Checks the optimizer, and what depends on it or on the length of the run.
  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic)
  /// The rate of a group in step `step`, 0 at the first update; `base` is the group's base rate.
  func rate(at step: Int, base: Double, group: Int) throws(Diagnostic) -> Double
  /// The rate at a count, which may be negative or no whole number; of a rule of whole steps the one before it.
  ///
  /// Asked of every rule, as to find out which one takes such a count would allocate at every step.
  func rate(near count: Double, base: Double, group: Int) throws(Diagnostic) -> Double
  /// The schedules that it is made of, and the part of a run that each has.
  func parts(of run: RunLength) -> [(node: Node, run: RunLength)]
  var length: Double? { get }
  /// How many epochs it describes, when it counts in epochs but may be stepped every step.
  var lengthInEpochs: Double? { get }
  var motion: Motion { get }
  var phases: [Phase] { get }
  /// When it is stepped, if its parameters say so.
  var interval: Interval? { get }
}

extension Rule {
  mutating func adopt(_ run: RunLength) {}
  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {}
  func rate(near count: Double, base: Double, group: Int) throws(Diagnostic) -> Double {
    try rate(at: Int(exactly: count.rounded(.down)) ?? 0, base: base, group: group)
  }
  func parts(of run: RunLength) -> [(node: Node, run: RunLength)] { [] }
  var length: Double? { nil }
  var lengthInEpochs: Double? { nil }
  var motion: Motion { .moves }
  var phases: [Phase] { [] }
  var interval: Interval? { nil }
}

/// A scheduler that is a function of the step, whatever its type; joined schedules are made of such.
protocol StepFunction: Scheduler {
  /// What it comes to in a run, and for an optimizer, as far as these are known.
  func law(in setting: Setting) throws(Diagnostic) -> Law
}

/// Runs a rule over the groups of an optimizer.
struct Ruled: Clocked, StepFunction {
  private var rule: any Rule
  var clock = Clock()

  init(_ rule: any Rule) { self.rule = rule }

  mutating func adopt(_ run: RunLength) { rule.adopt(run) }

  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
    try rule.prepare(&optimizer)
  }

  mutating func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
    for index in clock.bases.indices {
      optimizer.groups[index].lr = try rule.rate(at: clock.epoch, base: clock.bases[index], group: index)
    }
  }

  func parts(of run: RunLength) -> [(node: Node, run: RunLength)] { rule.parts(of: run) }

  var function: any Rule { rule }

  func law(in setting: Setting) throws(Diagnostic) -> Law {
    var rule = rule
    if let run = setting.run { rule.adopt(run) }
    if var optimizer = setting.optimizer { try rule.prepare(&optimizer) }
    var law = Law.counted(length: rule.length, rule.motion, phases: rule.phases) {
      [rule] (count, base) throws(Diagnostic) in try rule.rate(near: count, base: base, group: 0)
    }
    law.lengthInEpochs = rule.lengthInEpochs
    law.interval = rule.interval
    return law
  }

  var length: Double? { rule.length }
  var lengthInEpochs: Double? { rule.lengthInEpochs }
  var motion: Motion { rule.motion }
  var phases: [Phase] { rule.phases }
  var interval: Interval? { rule.interval }
  var overwrites: Bool { true }
}
