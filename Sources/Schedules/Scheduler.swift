package import Diagnostics

/// What happens to an optimizer's rates at each step.
///
/// Value types: a copy is a snapshot, and stepping the copy gives the same remainder to the bit. The six verbs are the
/// ones that torch's combinators use on their children; `SequentialLR` needs the three after `step`, and
/// `GradualWarmupScheduler` the last.
package protocol Scheduler: Sendable {
  /// Learns how long the run is, before it is attached; not at all where that is not known, as in a training loop.
  mutating func bind(to run: RunLength)
  /// Learns what updates see, if the file says so, before it learns how long the run is.
  mutating func bind(to batch: Batch)
  /// Attaches to an optimizer, as the constructor does in torch: records base rates and writes the first value.
  mutating func start(_ optimizer: inout Optimizer) throws(Diagnostic)
  /// Moves on by one epoch (or step, if it counts steps) and writes the new values.
  mutating func step(_ optimizer: inout Optimizer, metric: Double?) throws(Diagnostic)
  /// Takes back one count, without touching the optimizer: torch's `recursive_undo`.
  mutating func rewind()
  /// Takes the first step once more, as the constructor did: torch's `_initial_step`.
  mutating func initialStep(_ optimizer: inout Optimizer) throws(Diagnostic)
  /// Begins its own count at zero when a sequence hands over to it: torch's `_update_lr(0)`.
  mutating func restart(_ optimizer: inout Optimizer) throws(Diagnostic)
  /// Writes what it makes of its present count without stepping, from these base rates if there are any: torch's
  /// `get_lr()`, which is no more than that and so applies a recurrence once more.
  mutating func rewrite(_ optimizer: inout Optimizer, bases: [Double]?) throws(Diagnostic)

  /// Names every value of its state: what a checkpoint saves, and what is overwritten when one is loaded.
  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic)
  /// Goes on after the last finished epoch of a run that is resumed, when it is attached: torch's `last_epoch`.
  mutating func resume(after lastEpoch: Int) throws(Diagnostic)
  /// Writes the rates of a count, or of its present one, if it is a function of it.
  mutating func seek(_ count: Int?, _ optimizer: inout Optimizer) throws(Diagnostic)

  /// The schedulers inside it, each with the part of a run that it is stepped for.
  func parts(of run: RunLength) -> [(node: Node, run: RunLength)]
  /// Whether it computes from the base rate, so that what others did before it in the same step is lost.
  var overwrites: Bool { get }

  /// How many of its own steps the schedule describes, when it says so (`T_max`, `total_iters` …).
  var length: Double? { get }
  /// How many epochs it describes, when it counts in epochs but may be stepped every step.
  var lengthInEpochs: Double? { get }
  /// What it writes besides rates.
  var drives: Driven { get }
  /// Whether it multiplies the rate of a group by the group's `lr_scale`.
  var usesScales: Bool { get }
  /// Whether it must be given a metric.
  var watchesMetric: Bool { get }
  /// When it is stepped, if its parameters say so; else its family does.
  var interval: Interval? { get }
  /// How its values go from one step to the next.
  var motion: Motion { get }
  /// The phases it consists of, in its own steps, the first at 0.
  var phases: [Phase] { get }
}

/// What a scheduler may write besides rates.
package struct Driven: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Momentum or, where the optimizer has betas, the first of them.
  package static let momentum = Driven(rawValue: 1)
  package static let weightDecay = Driven(rawValue: 2)

  /// Whether these are among them; the general form would be looked up at every step.
  package func contains(_ others: Driven) -> Bool { rawValue & others.rawValue == others.rawValue }

  /// How many quantities these are.
  var count: Int { rawValue.nonzeroBitCount }
}

/// Whether a curve jumps now and then, or moves at every step; pictures draw the first as steps.
package enum Motion: Sendable {
  case jumps, moves
  /// As a given function has it: the values tell.
  case unknown
}

extension Scheduler {
  package mutating func bind(to run: RunLength) {}
  package mutating func bind(to batch: Batch) {}
  package mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) { visitor.visit(whole: &self) }

  package mutating func resume(after lastEpoch: Int) throws(Diagnostic) {
    throw Diagnostic(.value, "it takes no last_epoch", hint: "torch raises TypeError")
  }

  package mutating func seek(_ count: Int?, _ optimizer: inout Optimizer) throws(Diagnostic) {
    guard count != nil else { return }
    throw Diagnostic(
      .value, "it is not a function of the step, so a run cannot be resumed by the number of its step alone")
  }

  package func parts(of run: RunLength) -> [(node: Node, run: RunLength)] { [] }
  package var overwrites: Bool { false }

  /// torch's combinators have no `get_lr()`: what is meant is to begin anew from these base rates.
  package mutating func rewrite(_ optimizer: inout Optimizer, bases: [Double]?) throws(Diagnostic) {
    for (index, base) in (bases ?? []).enumerated() { optimizer.groups[index].initialLR = base }
    try restart(&optimizer)
  }

  package var drives: Driven { Driven(rawValue: 0) }
  package var interval: Interval? { nil }
  package var usesScales: Bool { false }
  package var watchesMetric: Bool { false }
  package var length: Double? { nil }
  package var lengthInEpochs: Double? { nil }
  package var motion: Motion { .moves }
  package var phases: [Phase] { [] }
}
