import Diagnostics

extension DeepSpeed {
  /// What a scheduler of DeepSpeed writes in each step of its count.
  protocol Rule: Sendable {
    /// Checks the optimizer, takes what it needs from it, and writes what stands there before the first step.
    mutating func prepare(_ optimizer: inout Optimizer, bases: [Double], isFresh: Bool) throws(Diagnostic)
    /// Writes the values of one group.
    func write(to group: inout ParamGroup, index: Int, step: Int) throws(Diagnostic)
    var length: Double? { get }
    var drives: Driven { get }
    /// The phases in its own count, which is one less than the rows.
    var phases: [Phase] { get }
  }

  /// Counts as DeepSpeed does: the constructor writes a value of its own, and the first step, after the first update, is
  /// step 0.
  struct RuleScheduler<C: Rule>: Clocked {
    private var schedule: C
    private let lastBatch: Int
    var clock = Clock()

    init(_ schedule: C, lastBatch: Int) {
      self.schedule = schedule
      self.lastBatch = lastBatch
    }

    mutating func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
      if clock.epoch <= 0 {
        try schedule.prepare(&optimizer, bases: clock.bases, isFresh: lastBatch == -1)
        return
      }
      for index in clock.bases.indices {
        try schedule.write(to: &optimizer.groups[index], index: index, step: lastBatch + clock.epoch)
      }
    }

    var length: Double? { schedule.length.map { $0 + 1 } }
    var drives: Driven { schedule.drives }
    var phases: [Phase] {
      schedule.phases.map { phase in
        Phase(start: phase.start == 0 ? 0 : phase.start + 1, motion: phase.motion, label: phase.label)
      }
    }
  }
}

extension DeepSpeed.Rule {
  var length: Double? { nil }
  var drives: Driven { [] }
  var phases: [Phase] { [] }
}
