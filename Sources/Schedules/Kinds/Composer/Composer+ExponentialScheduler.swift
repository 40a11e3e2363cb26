import Diagnostics

extension Composer {
  /// Multiplies the rate by gamma over each period, smoothly.
  struct ExponentialScheduler: Factor {
    private let gamma: Double
    private let time: Time
    private var period = 0.0

    private init(gamma: Double, time: Time) {
      self.gamma = gamma
      self.time = time
    }

    static let kind = Kind(
      "ExponentialScheduler", short: "exponential", .composer,
      "Multiplies the rate by gamma over each decay_period, smoothly.",
      formula: "lr = base·gamma^(t/decay_period), t = max(0, batch − 1)",
      differs:
        "It decays within the epoch, where torch's ExponentialLR drops after it; the first two batches have the same rate.",
      source: "composer.optim.scheduler.ExponentialScheduler, 0.32.1",
      example: #"{"gamma": 0.96}"#
    ) {
      Declaration(
        Parameter<Double>("gamma", "The factor of each period."),
        Parameter("decay_period", default: Time.oneEpoch, "The time over which the rate is multiplied by gamma."),
        and: ratio
      ) { (ratio, gamma, time) throws(Diagnostic) in
        Ruled(Factored(ExponentialScheduler(gamma: gamma, time: time), ratio: ratio))
      }
    }

    mutating func settle(in training: Training) throws(Diagnostic) { period = try training.batches(time) }

    func value(at now: Double) throws(Diagnostic) -> Double {
      try Python.power(gamma, try Python.quotient(now, period, "decay_period"))
    }
  }
}
