import Diagnostics

extension Composer {
  /// Keeps a factor on the rate for a while.
  struct ConstantScheduler: Factor {
    private let alpha: Double
    private let time: Time
    private var last = 0.0

    private init(alpha: Double, time: Time) {
      self.alpha = alpha
      self.time = time
    }

    static let kind = Kind(
      "ConstantScheduler", short: "constant", .composer,
      "Keeps a factor on the rate up to t_max; after it, the rate is the base rate.",
      formula: "lr = base·alpha while t < t_max, then base; t = max(0, batch − 1)",
      differs:
        "As torch's ConstantLR, but for the whole training unless told otherwise, with factor 1, and let go one batch later.",
      source: "composer.optim.scheduler.ConstantScheduler, 0.32.1",
      example: #"{"alpha": 0.3, "t_max": "0.25dur"}"#
    ) {
      Declaration(Parameter("alpha", default: 1, "The factor."), .tMax, and: ratio) {
        (ratio, alpha, time) throws(Diagnostic) in
        Ruled(Factored(ConstantScheduler(alpha: alpha, time: time), ratio: ratio))
      }
    }

    mutating func settle(in training: Training) throws(Diagnostic) { last = try training.batches(time) }
    func value(at now: Double) -> Double { now < last ? alpha : 1 }

    /// As long again, so that the end of it is seen.
    var end: Time? { Time(value: 2 * time.value, unit: time.unit) }
    var motion: Motion { .jumps }
  }
}
