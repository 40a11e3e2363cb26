import Diagnostics

/// What a schedule belongs to, as far as it is known: nothing when a file is read, then the run, and at last the
/// optimizer.
struct RunContext: Sendable {
  /// What updates see, where the file says so.
  var batch: Batch?
  var run: RunLength?
  var optimizer: Optimizer?
}

/// A schedule that is a function of the step: what a kind comes to once its parameters and its context are known.
///
/// Every rate is computed from the group's base rate alone. In a chain it overwrites what came before it; in a sequence it
/// begins at its own step 0.
struct Law: Sendable {
  /// How many of its own steps it describes, if it says so.
  var length: Double?
  /// How many epochs it describes, when it counts in epochs but may be stepped every step.
  var lengthInEpochs: Double?
  /// How its values go from one step to the next.
  var motion: Motion
  /// The phases it consists of, in its own steps; none for one that is called by its own name.
  var phases: [Phase]
  /// When it is stepped, if its parameters say so.
  var interval: Interval?
  /// The schedules that it is made of, and the part of a run that each has.
  var parts: [(node: Node, run: RunLength)] = []
  /// What it was made of, for kinds that take other schedules of their family apart.
  var content: (any Sendable)?
  private let rate: Rate

  /// A rate by the step, 0 at the first update, or by any count: a joined schedule may be asked between two steps, or
  /// before its first.
  private enum Rate: Sendable {
    case ofStep(@Sendable (_ step: Int, _ base: Double) throws(Diagnostic) -> Double)
    case ofCount(@Sendable (_ count: Double, _ base: Double) throws(Diagnostic) -> Double)
  }

  private init(_ length: Double?, _ motion: Motion, _ phases: [Phase], _ rate: Rate) {
    self.length = length
    self.motion = motion
    self.phases = phases
    self.rate = rate
  }

  /// A schedule that counts whole steps.
  init(
    length: Double? = nil, _ motion: Motion = .moves, phases: [Phase] = [],
    rate: @escaping @Sendable (_ step: Int, _ base: Double) throws(Diagnostic) -> Double
  ) {
    self.init(length, motion, phases, .ofStep(rate))
  }

  /// A schedule that takes any number for its step.
  static func counted(
    length: Double? = nil, _ motion: Motion = .moves, phases: [Phase] = [],
    rate: @escaping @Sendable (_ count: Double, _ base: Double) throws(Diagnostic) -> Double
  ) -> Law {
    Law(length, motion, phases, .ofCount(rate))
  }

  /// A schedule of the count alone, the same for every group and whatever the optimizer's rate.
  static func absolute(
    length: Double? = nil, _ motion: Motion = .moves, phases: [Phase] = [],
    rate: @escaping @Sendable (_ count: Double) throws(Diagnostic) -> Double
  ) -> Law {
    Law(length, motion, phases, .ofCount({ (count, _) throws(Diagnostic) in try rate(count) }))
  }

  /// The rate in step `step` of a group whose base rate is `base`.
  @inline(__always)
  func rate(at step: Int, base: Double) throws(Diagnostic) -> Double {
    switch rate {
    case .ofStep(let rate): try rate(step, base)
    case .ofCount(let rate): try rate(Double(step), base)
    }
  }

  /// The rate at a count, which may be negative or no whole number; where only steps count, in the one before it.
  func rate(near count: Double, base: Double) throws(Diagnostic) -> Double {
    switch rate {
    case .ofStep(let rate): try rate(Int(exactly: count.rounded(.down)) ?? 0, base)
    case .ofCount(let rate): try rate(count, base)
    }
  }
}

/// Follows a law in all groups of an optimizer.
///
/// The law is made anew as its context becomes known: without anything when a file is read, for what can be said then;
/// for the run; and for the optimizer it is attached to.
struct LawScheduler: Clocked {
  private var bind: @Sendable (RunContext) throws(Diagnostic) -> Law
  private var context = RunContext()
  private var law: Law
  var clock = Clock()

  /// A law that depends on its context.
  init(_ bind: @escaping @Sendable (RunContext) throws(Diagnostic) -> Law) throws(Diagnostic) {
    self.bind = bind
    law = try bind(context)
  }

  /// A law that is the same in every context, from the start or after the last finished epoch of a run that is resumed.
  init(_ law: Law, resumingAfter lastEpoch: Int = -1) {
    bind = { _ in law }
    self.law = law
    clock.resumesAfter = lastEpoch
  }

  mutating func bind(to batch: Batch) {
    context.batch = batch
    if let bound = try? bind(context) { law = bound }
  }

  mutating func bind(to run: RunLength) {
    context.run = run
    // What does not suit the run is an error when it is attached.
    if let bound = try? bind(context) { law = bound }
  }

  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
    law = try bind(RunContext(batch: context.batch, run: context.run, optimizer: optimizer))
  }

  mutating func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
    for index in clock.bases.indices {
      optimizer.groups[index].lr = try law.rate(at: clock.epoch, base: clock.bases[index])
    }
  }

  /// A law is a function, which torch's libraries do not save; with Keras' optimizers it is saved all the same.
  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
    try clock.visitState(&visitor, isClosed: true)
    var function = (bind, context, law)
    try visitor.visit("lr_lambdas", &function, as: .functions, isRequired: true)
    if visitor.isChanging { (bind, context, law) = function }
  }

  mutating func seek(_ count: Int?, _ optimizer: inout Optimizer) throws(Diagnostic) {
    if let count { clock.epoch = count }
    try write(to: &optimizer, isInitial: false)
  }

  /// What it comes to in a run, and for an optimizer, as far as these are known; joined schedules are made of such.
  func law(in context: RunContext) throws(Diagnostic) -> Law { try bind(context) }

  func parts(of run: RunLength) -> [(node: Node, run: RunLength)] { (try? bind(RunContext(run: run)))?.parts ?? [] }

  var length: Double? { law.length }
  var lengthInEpochs: Double? { law.lengthInEpochs }
  var motion: Motion { law.motion }
  var phases: [Phase] { law.phases }
  var interval: Interval? { law.interval }
  var overwrites: Bool { true }
}
