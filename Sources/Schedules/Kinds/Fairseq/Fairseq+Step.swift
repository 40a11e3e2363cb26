import Diagnostics

extension Fairseq {
  /// Warms up, and multiplies the rate by a factor every so many updates.
  struct Step: Rule {
    private let warmup: Warmup
    private let minLR: Double
    private let period: Int
    private let decay: Double

    static let kind = Kind(
      "step", .fairseq, "Warms up, and multiplies the rate by lr_decay every lr_deacy_period updates.",
      formula: """
        lr = init + u·(b − init)/W up to W = warmup_updates, then
        max(b·lr_decay^((u − W) // lr_deacy_period), min_lr)
        """,
      differs:
        "The drops are counted from the end of the warm-up, and stop at min_lr. fairseq spells lr_deacy_period so.",
      source: "fairseq.optim.lr_scheduler.step_lr_scheduler.StepLRSchedule, 0.12.2",
      example: #"{"warmup_updates": 10, "lr_deacy_period": 20}"#
    ) {
      Declaration(
        Parameter("min_lr", default: 0, in: .atLeast(0), "The lowest rate."),
        Parameter("lr_deacy_period", default: 25000, in: .between(1, 1e12), "Updates from one drop to the next."),
        Parameter("lr_decay", default: 0.5, in: .atMost(1), "The factor of each drop."),
        and: Warmup.parameters()
      ) { (warmup, minLR, period, decay) throws(Diagnostic) in
        Ruled(Step(warmup: warmup, minLR: minLR, period: period, decay: decay))
      }
    }

    mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
      try Fairseq.check(optimizer, exceeds: minLR, "min_lr")
    }

    func rate(at step: Int, base: Double, group: Int) throws(Diagnostic) -> Double {
      if step < warmup.updates { return warmup.rate(at: step, from: warmup.start(or: minLR), to: base) }
      let drops = Double(step - warmup.updates) / Double(period)
      return max(base * (try Python.power(decay, drops.rounded(.down))), minLR)
    }

    /// Five stretches.
    var length: Double? { Double(max(0, warmup.updates)) + 5 * Double(period) }
    var motion: Motion { .jumps }
    var phases: [Phase] { warmup.phases(then: "step", .jumps) }
  }
}
