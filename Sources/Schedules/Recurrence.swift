import Diagnostics

/// The moment a rate is asked for.
struct Moment: Sendable {
  /// torch's `last_epoch`.
  var epoch: Int
  /// Whether this is the step that the constructor takes.
  var isInitial: Bool
  /// torch's `_step_count`.
  var steps: Int
  /// The index of the param group.
  var group: Int
}

/// A schedule that makes each rate from the one before it: most of torch's kinds.
///
/// In torch's own order of operations, so that the bits are torch's. Groups, base rates and the first step are handled
/// once, by `RecurrenceScheduler`.
protocol Recurrence: Sendable {
  /// Learns how long the run is, before `prepare`; not at all where that is not known.
  mutating func bind(to run: RunLength)
  /// Checks the optimizer and leaves in it what torch's constructor leaves.
  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic)
  /// The rate that follows `rate` in a group whose base rate is `base`.
  func next(_ rate: Double, base: Double, at moment: Moment) throws(Diagnostic) -> Double
  /// The rate at epoch 0, which a sequence asks for at a milestone: torch's closed form, where a class has one.
  func restart(_ rate: Double, base: Double, at moment: Moment) throws(Diagnostic) -> Double
  /// Names the values that a checkpoint saves of it.
  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic)
  var length: Double? { get }
  var motion: Motion { get }
  /// Whether it computes from the base rate all the same, and overwrites what others did.
  var overwrites: Bool { get }
}

extension Recurrence {
  mutating func bind(to run: RunLength) {}
  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {}

  func restart(_ rate: Double, base: Double, at moment: Moment) throws(Diagnostic) -> Double {
    try next(rate, base: base, at: moment)
  }

  var length: Double? { nil }
  var motion: Motion { .moves }
  var overwrites: Bool { false }
}

/// Runs a recurrence over the groups of an optimizer.
struct RecurrenceScheduler: Clocked {
  // Not generic: what conforms to a protocol and is generic is not specialized, and would look up at every step how the
  // rule and the clock are laid out.
  private var rule: any Recurrence
  var clock = Clock()

  init(_ rule: any Recurrence) { self.rule = rule }

  mutating func bind(to run: RunLength) { rule.bind(to: run) }

  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
    try rule.prepare(&optimizer)
  }

  mutating func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
    try forEachGroup(of: &optimizer, isInitial: isInitial) { (rate, base, moment) throws(Diagnostic) in
      try rule.next(rate, base: base, at: moment)
    }
  }

  mutating func writeRestart(to optimizer: inout Optimizer) throws(Diagnostic) {
    try forEachGroup(of: &optimizer, isInitial: false) { (rate, base, moment) throws(Diagnostic) in
      try rule.restart(rate, base: base, at: moment)
    }
  }

  @inline(__always)
  private func forEachGroup(
    of optimizer: inout Optimizer, isInitial: Bool, _ rate: (Double, Double, Moment) throws(Diagnostic) -> Double
  ) throws(Diagnostic) {
    var moment = Moment(epoch: clock.epoch, isInitial: isInitial, steps: clock.steps, group: 0)
    for index in clock.bases.indices {
      moment.group = index
      optimizer.groups[index].lr = try rate(optimizer.groups[index].lr, clock.bases[index], moment)
    }
  }

  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
    try clock.visitState(&visitor, isClosed: rule.overwrites)
    try rule.visitState(&visitor)
  }

  var length: Double? { rule.length }
  var motion: Motion { rule.motion }
  var overwrites: Bool { rule.overwrites }
}
