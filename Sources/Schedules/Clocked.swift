import Diagnostics

/// The counts that torch's base class keeps.
struct Clock: Sendable {
  /// The `last_epoch` argument: −1 for a fresh start, the last finished epoch when a run is resumed.
  var resumesAfter = -1
  /// The epoch whose values are in the optimizer now.
  var epoch = -1
  /// How often it was stepped, the first step in the constructor included.
  var steps = 0
  /// The `initial_lr` of every group when the scheduler was attached.
  var bases: [Double] = []

  mutating func advance() {
    steps += 1
    epoch += 1
  }

  /// Names what torch's base class saves.
  ///
  /// - Parameter isClosed: Whether rates are made from the base rates, so that torch refuses another number of them.
  mutating func visitState(_ visitor: inout StateVisitor, isClosed: Bool) throws(Diagnostic) {
    try visitor.visit("last_epoch", &epoch, as: .count)
    try visitor.visit("_step_count", &steps, as: .count)
    try visitor.visit(perGroup: "base_lrs", &bases, as: .bases, isStrict: isClosed)
  }
}

/// A scheduler that counts epochs and base rates as torch's `LRScheduler` does; a kind says only what it writes.
///
/// Source: `torch.optim.lr_scheduler.LRScheduler`, 2.15.
protocol Clocked: Scheduler {
  var clock: Clock { get set }
  /// What the constructor does before the base class takes over.
  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic)
  /// Writes the values of `clock.epoch`; `isInitial` in the step that the constructor takes.
  mutating func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic)
  /// Writes what a sequence asks for at a milestone: by default the values of epoch 0.
  mutating func writeRestart(to optimizer: inout Optimizer) throws(Diagnostic)
  /// What the constructor does after the base class.
  mutating func finishStart(_ optimizer: inout Optimizer)
}

extension Clocked {
  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {}
  mutating func finishStart(_ optimizer: inout Optimizer) {}

  mutating func writeRestart(to optimizer: inout Optimizer) throws(Diagnostic) {
    try write(to: &optimizer, isInitial: false)
  }

  mutating func start(_ optimizer: inout Optimizer) throws(Diagnostic) {
    try prepare(&optimizer)
    clock.bases = []
    for index in optimizer.groups.indices {
      if clock.resumesAfter == -1, optimizer.groups[index].initialLR == nil {
        optimizer.groups[index].initialLR = optimizer.groups[index].lr
      }
      guard let base = optimizer.groups[index].initialLR else {
        throw Diagnostic(
          .value, "last_epoch \(clock.resumesAfter) resumes a run, but param group \(index) has no initial_lr",
          hint: "give each group its “initial_lr”, as --group all:initial_lr=0.1 does, or leave last_epoch out")
      }
      clock.bases.append(base)
    }
    clock.epoch = clock.resumesAfter
    try initialStep(&optimizer)
    finishStart(&optimizer)
  }

  mutating func initialStep(_ optimizer: inout Optimizer) throws(Diagnostic) {
    clock.steps = 1
    clock.epoch += 1
    try write(to: &optimizer, isInitial: true)
  }

  // With what a kind writes in one call, where that is worth it: calls are a tenth of so short a step.
  @inline(__always)
  mutating func step(_ optimizer: inout Optimizer, metric: Double?) throws(Diagnostic) {
    clock.advance()
    try write(to: &optimizer, isInitial: false)
  }

  mutating func rewind() { clock.epoch -= 1 }

  mutating func resume(after lastEpoch: Int) { clock.resumesAfter = lastEpoch }

  mutating func restart(_ optimizer: inout Optimizer) throws(Diagnostic) {
    clock.epoch = 0
    try writeRestart(to: &optimizer)
  }

  mutating func rewrite(_ optimizer: inout Optimizer, bases: [Double]?) throws(Diagnostic) {
    if let bases { clock.bases = bases }
    try write(to: &optimizer, isInitial: false)
  }
}
