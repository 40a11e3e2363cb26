import Diagnostics

extension Composer {
  /// Falls along a power of what is left.
  struct PolynomialScheduler: Factor {
    private let power: Double
    private let time: Time
    private let final: Double
    private var last = 0.0

    private init(power: Double, time: Time, final: Double) {
      self.power = power
      self.time = time
      self.final = final
    }

    static let kind = Kind(
      "PolynomialScheduler", short: "polynomial", .composer,
      "Falls along a power of what is left to alpha_f of the base rate at t_max.",
      formula: "lr = base·(alpha_f + (1 − alpha_f)·(1 − min(1, t/t_max))^power), t = max(0, batch − 1)",
      differs:
        "The power must be given, and there is a last factor, where torch's PolynomialLR goes to zero; then held.",
      source: "composer.optim.scheduler.PolynomialScheduler, 0.32.1",
      example: #"{"power": 2}"#
    ) {
      Declaration(Parameter<Double>("power", "The power; 1 is a straight line."), .tMax, .alphaF, and: ratio) {
        (ratio, power, time, final) throws(Diagnostic) in
        Ruled(Factored(PolynomialScheduler(power: power, time: time, final: final), ratio: ratio))
      }
    }

    mutating func settle(in training: Training) throws(Diagnostic) { last = try training.batches(time) }

    func value(at now: Double) throws(Diagnostic) -> Double {
      try Composer.power(min(1, try Python.quotient(now, last, "t_max")), power, to: final)
    }

    var end: Time? { time }
  }
}
