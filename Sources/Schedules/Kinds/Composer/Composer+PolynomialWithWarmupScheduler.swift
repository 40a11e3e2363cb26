import Diagnostics

extension Composer {
  /// Warms up in a straight line, and falls along a power of what is left to alpha_f of the base rate.
  struct PolynomialWithWarmupScheduler: Factor {
    private var warmup: Warmup
    private let power: Double
    private let final: Double
    private let time: Time
    private var last = 0.0

    private init(warmup: Warmup, power: Double, final: Double, time: Time) {
      self.warmup = warmup
      self.power = power
      self.final = final
      self.time = time
    }

    static let kind = Kind(
      "PolynomialWithWarmupScheduler", short: "polynomial-warmup", .composer,
      "Warms up in a straight line, and falls along a power of what is left to alpha_f of the base rate.",
      formula: """
        lr = base·t/t_warmup while t < t_warmup, then base·(alpha_f + (1 − alpha_f)·(1 − p)^power),
        p = min(1, (t − t_warmup)/(t_max − t_warmup)), t = max(0, batch − 1)
        """,
      differs: """
        The power is 2 unless given. The peak is at batch t_warmup + 1, since the trainer steps its schedules before \
        it counts. t_max includes the warm-up and must not be before the end of the training; scale_schedule_ratio \
        does not scale the warm-up, with scale_warmup only its ramp.
        """,
      source: "composer.optim.scheduler.PolynomialWithWarmupScheduler, 0.32.1",
      example: #"{"t_warmup": "0.1dur"}"#
    ) {
      Declaration(
        Parameter("power", default: 2, "The power; 1 is a straight line."), .alphaF, .tMax, and: Warmup.parameters
      ) {
        (common: (warmup: Warmup, ratio: Double), power, final, time) throws(Diagnostic) in
        Ruled(
          Factored(
            PolynomialWithWarmupScheduler(warmup: common.warmup, power: power, final: final, time: time),
            ratio: common.ratio))
      }
    }

    mutating func settle(in training: Training) throws(Diagnostic) {
      try warmup.settle(in: training)
      last = try training.batches(time)
      try training.check(end: last, time)
    }

    func value(at now: Double) throws(Diagnostic) -> Double {
      if let rise = try warmup.rise(at: now) { return rise }
      return try Composer.power(warmup.progress(at: now, to: last), power, to: final)
    }

    var end: Time? { time }
    var stretches: [(start: Double, motion: Motion, label: String)] { warmup.stretches("polynomial") }
  }
}
