import Diagnostics

extension Composer {
  /// Warms up, and multiplies the rate by gamma at each milestone.
  struct MultiStepWithWarmupScheduler: Factor {
    private var warmup: Warmup
    private var milestones: Milestones

    private init(warmup: Warmup, milestones: Milestones) {
      self.warmup = warmup
      self.milestones = milestones
    }

    static let kind = Kind(
      "MultiStepWithWarmupScheduler", short: "multistep-warmup", .composer,
      "Warms up in a straight line, and multiplies the rate by gamma at each milestone.",
      formula:
        "lr = base·t/t_warmup while t < t_warmup, then base·gammaᵏ, k = how many milestones are ≤ t = max(0, batch − 1)",
      differs: """
        Milestones count from the start, and those within the warm-up take effect at its end. The peak is at batch t_warmup + 1. \
        scale_schedule_ratio does not scale the warm-up, and with scale_warmup only its ramp.
        """,
      source: "composer.optim.scheduler.MultiStepWithWarmupScheduler, 0.32.1",
      example: #"{"t_warmup": "5ep", "milestones": ["30ep", "60ep", "80ep"]}"#
    ) {
      Declaration(
        Parameter<[Time]>("milestones", "The times of the drops."),
        Parameter("gamma", default: 0.1, "The factor of each drop."), and: Warmup.parameters
      ) { (common: (warmup: Warmup, ratio: Double), times, gamma) throws(Diagnostic) in
        let milestones = Milestones(times: times, gamma: gamma)
        return Ruled(
          Factored(MultiStepWithWarmupScheduler(warmup: common.warmup, milestones: milestones), ratio: common.ratio))
      }
    }

    mutating func settle(in training: Training) throws(Diagnostic) {
      try warmup.settle(in: training)
      try milestones.settle(in: training)
    }

    func value(at now: Double) throws(Diagnostic) -> Double {
      try warmup.rise(at: now) ?? milestones.value(at: now)
    }

    var end: Time? { milestones.end }
    var stretches: [(start: Double, motion: Motion, label: String)] { warmup.stretches("multistep", .jumps) }
  }
}
