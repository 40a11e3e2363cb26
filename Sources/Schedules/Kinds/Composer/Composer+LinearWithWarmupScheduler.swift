import Diagnostics

extension Composer {
  /// Warms up in a straight line, and moves a factor on the rate linearly to alpha_f at t_max.
  struct LinearWithWarmupScheduler: Factor {
    private var warmup: Warmup
    private let first: Double
    private let final: Double
    private let time: Time
    private var last = 0.0

    private init(warmup: Warmup, first: Double, final: Double, time: Time) {
      self.warmup = warmup
      self.first = first
      self.final = final
      self.time = time
    }

    static let kind = Kind(
      "LinearWithWarmupScheduler", short: "linear-warmup", .composer,
      "Warms up in a straight line, and moves a factor on the rate linearly to alpha_f at t_max.",
      formula: """
        lr = base·alpha_i·t/t_warmup while t < t_warmup, then base·(alpha_i + p·(alpha_f − alpha_i)),
        p = min(1, (t − t_warmup)/(t_max − t_warmup)), t = max(0, batch − 1)
        """,
      differs: """
        The peak is at batch t_warmup + 1, since the trainer steps its schedules before it counts. t_max includes \
        the warm-up and must not be before the end of the training; scale_schedule_ratio does not scale the warm-up, \
        with scale_warmup only its ramp.
        """,
      source: "composer.optim.scheduler.LinearWithWarmupScheduler, 0.32.1",
      example: #"{"t_warmup": "0.1dur"}"#
    ) {
      Declaration(
        Parameter("alpha_i", default: 1, "The factor at the end of the warm-up."), .alphaF, .tMax,
        and: Warmup.parameters
      ) {
        (common: (warmup: Warmup, ratio: Double), first, final, time) throws(Diagnostic) in
        Ruled(
          Factored(
            LinearWithWarmupScheduler(warmup: common.warmup, first: first, final: final, time: time),
            ratio: common.ratio))
      }
    }

    mutating func settle(in training: Training) throws(Diagnostic) {
      try warmup.settle(in: training)
      last = try training.batches(time)
      try training.check(end: last, time)
    }

    func value(at now: Double) throws(Diagnostic) -> Double {
      if let rise = try warmup.rise(at: now, to: first) { return rise }
      return first + warmup.progress(at: now, to: last) * (final - first)
    }

    var end: Time? { time }
    var stretches: [(start: Double, motion: Motion, label: String)] { warmup.stretches("linear") }
  }
}
