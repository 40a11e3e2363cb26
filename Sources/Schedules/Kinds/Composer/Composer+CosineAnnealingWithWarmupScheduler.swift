import Diagnostics

extension Composer {
  /// Warms up in a straight line, and falls along half a cosine to alpha_f of the base rate.
  struct CosineAnnealingWithWarmupScheduler: Factor {
    private var warmup: Warmup
    private let final: Double
    private let time: Time
    private var last = 0.0

    private init(warmup: Warmup, final: Double, time: Time) {
      self.warmup = warmup
      self.final = final
      self.time = time
    }

    static let kind = Kind(
      "CosineAnnealingWithWarmupScheduler", short: "cosine-warmup", .composer,
      "Warms up in a straight line, and falls along half a cosine to alpha_f of the base rate.",
      formula: """
        lr = base·t/t_warmup while t < t_warmup, then base·(alpha_f + (1 − alpha_f)·(1 + cos πp)/2),
        p = min(1, (t − t_warmup)/(t_max − t_warmup)), t = max(0, batch − 1)
        """,
      differs: """
        alpha_f is a part of the base rate. The peak is at batch t_warmup + 1, since the trainer steps its schedules \
        before it counts. t_max includes the warm-up and must not be before the end of the training; \
        scale_schedule_ratio does not scale the warm-up, with scale_warmup only its ramp.
        """,
      source: "composer.optim.scheduler.CosineAnnealingWithWarmupScheduler, 0.32.1",
      example: #"{"t_warmup": "0.1dur", "alpha_f": 0.1}"#
    ) {
      Declaration(.alphaF, .tMax, and: Warmup.parameters) {
        (common: (warmup: Warmup, ratio: Double), final, time) throws(Diagnostic) in
        Ruled(
          Factored(
            CosineAnnealingWithWarmupScheduler(warmup: common.warmup, final: final, time: time), ratio: common.ratio))
      }
    }

    mutating func settle(in training: Training) throws(Diagnostic) {
      try warmup.settle(in: training)
      last = try training.batches(time)
      try training.check(end: last, time)
    }

    func value(at now: Double) throws(Diagnostic) -> Double {
      try warmup.rise(at: now) ?? Composer.cosine(warmup.progress(at: now, to: last), to: final)
    }

    var end: Time? { time }
    var stretches: [(start: Double, motion: Motion, label: String)] { warmup.stretches("cosine") }
  }
}
