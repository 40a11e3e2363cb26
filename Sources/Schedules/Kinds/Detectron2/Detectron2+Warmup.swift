import Diagnostics

extension Detectron2 {
  /// The warm-up of the deprecated classes: a factor on whatever the schedule is meanwhile.
  struct Warmup: Sendable {
    private let factor: Double
    private let iters: Double
    private let method: WarmupParamScheduler.Method
    private let lastEpoch: Int

    static let parameters = Parameters(
      Parameter("warmup_factor", default: 0.001, "The first factor."),
      Parameter("warmup_iters", default: 1000, in: .between(-1e12, 1e12), "Updates of the warm-up."),
      Parameter("warmup_method", default: WarmupParamScheduler.Method.linear, "Whether the factor rises or waits."),
      Parameter.lastEpoch, make: Warmup.init)

    /// The scheduler of a rule that has this warm-up.
    func ruled(_ rule: some Rule) -> Ruled {
      var scheduler = Ruled(rule)
      scheduler.clock.resumesAfter = lastEpoch
      return scheduler
    }

    func factor(at step: Int) -> Double {
      if Double(step) >= iters { return 1 }
      if method == .constant { return factor }
      let passed = Double(step) / iters
      return factor * (1 - passed) + passed
    }

    func phases(then label: String, _ motion: Motion) -> [Phase] {
      var stretches = Stretches()
      if iters > 0 { stretches.begin("warm-up", at: 0) }
      stretches.begin(label, at: iters, motion)
      return stretches.phases
    }
  }
}
