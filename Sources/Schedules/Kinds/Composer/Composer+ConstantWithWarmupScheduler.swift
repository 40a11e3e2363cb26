import Diagnostics

extension Composer {
  /// Warms up in a straight line, and keeps a factor on the rate.
  struct ConstantWithWarmupScheduler: Factor {
    private var warmup: Warmup
    private let alpha: Double
    private let time: Time
    private var last = 0.0

    private init(warmup: Warmup, alpha: Double, time: Time) {
      self.warmup = warmup
      self.alpha = alpha
      self.time = time
    }

    static let kind = Kind(
      "ConstantWithWarmupScheduler", short: "constant-warmup", .composer,
      "Warms up in a straight line, and keeps a factor on the rate.",
      formula: """
        lr = base·alpha·t/t_warmup while t < t_warmup, then base·alpha; t = max(0, batch − 1)
        """,
      differs: """
        Unlike ConstantScheduler it never lets go of alpha. The peak is at batch t_warmup + 1, since the trainer \
        steps its schedules before it counts. t_max includes the warm-up and must not be before the end of the \
        training; scale_schedule_ratio does not scale the warm-up, with scale_warmup only its ramp.
        """,
      source: "composer.optim.scheduler.ConstantWithWarmupScheduler, 0.32.1",
      example: #"{"t_warmup": "10ep"}"#
    ) {
      Declaration(Parameter("alpha", default: 1, "The factor."), .tMax, and: Warmup.parameters) {
        (common: (warmup: Warmup, ratio: Double), alpha, time) throws(Diagnostic) in
        Ruled(
          Factored(
            ConstantWithWarmupScheduler(warmup: common.warmup, alpha: alpha, time: time), ratio: common.ratio))
      }
    }

    mutating func settle(in training: Training) throws(Diagnostic) {
      try warmup.settle(in: training)
      last = try training.batches(time)
      try training.check(end: last, time)
    }

    func value(at now: Double) throws(Diagnostic) -> Double {
      try warmup.rise(at: now, to: alpha) ?? alpha
    }

    var end: Time? { time }
    var stretches: [(start: Double, motion: Motion, label: String)] { warmup.stretches("constant") }
  }
}
