import Diagnostics

extension Detectron2 {
  /// Multiplies every base rate by one of fvcore's param schedulers.
  struct LRMultiplier: Clocked {
    private let multiplier: any Fvcore.Schedule
    private let maxIter: Double
    var clock = Clock()

    init(multiplier: any Fvcore.Schedule, maxIter: Double) {
      self.multiplier = multiplier
      self.maxIter = maxIter
    }

    static let kind = Kind(
      "LRMultiplier", short: "multiplier", .detectron2,
      "Multiplies every base rate by one of fvcore's param schedulers.",
      formula: "lr(t) = b·multiplier(t/max_iter)",
      differs: "The last update, max_iter − 1, is one step short of the multiplier's end.",
      source: "detectron2.solver.lr_scheduler.LRMultiplier, 2026-06",
      example: """
        {"multiplier": {"type": "fvcore.CosineParamScheduler", "start_value": 1, "end_value": 0}, "max_iter": 50}
        """
    ) {
      Declaration(
        Parameter<Child>("multiplier", "One of fvcore's param schedulers."),
        Parameter<Double>("max_iter", in: .between(-1e12, 1e12), "Updates of the training."),
        Parameter<Int>("last_iter", default: -1, in: .between(-1, 1e12), "The last update of a run that is resumed.")
      ) { (child, maxIter, lastIter) throws(Diagnostic) in
        if maxIter == 0 { throw Diagnostic(.value, "division by zero: “max_iter” is 0", of: "max_iter") }
        var scheduler = LRMultiplier(
          multiplier: try Fvcore.schedule(in: child.node, of: "multiplier"), maxIter: maxIter)
        scheduler.clock.resumesAfter = lastIter
        return scheduler
      }
    }

    func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
      let factor = try multiplier.value(at: Double(clock.epoch) / maxIter)
      for (index, base) in clock.bases.enumerated() { optimizer.groups[index].lr = base * factor }
    }

    var length: Double? { maxIter }
    var motion: Motion { multiplier.motion }
    var phases: [Phase] { multiplier.stretches.phases(of: maxIter) }
  }
}
