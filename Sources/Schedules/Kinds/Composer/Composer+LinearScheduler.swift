import Diagnostics

extension Composer {
  /// Moves a factor on the rate in a straight line.
  struct LinearScheduler: Factor {
    private let first: Double
    private let final: Double
    private let time: Time
    private var last = 0.0

    private init(first: Double, final: Double, time: Time) {
      self.first = first
      self.final = final
      self.time = time
    }

    static let kind = Kind(
      "LinearScheduler", short: "linear", .composer,
      "Moves a factor on the rate linearly from alpha_i to alpha_f at t_max.",
      formula: "lr = base·(alpha_i + min(1, t/t_max)·(alpha_f − alpha_i)), t = max(0, batch − 1)",
      differs:
        "It falls to zero over the whole training unless told otherwise, and then holds; the first two batches have the same rate.",
      source: "composer.optim.scheduler.LinearScheduler, 0.32.1",
      example: "{}"
    ) {
      Declaration(Parameter("alpha_i", default: 1, "The first factor."), .alphaF, .tMax, and: ratio) {
        (ratio, first, final, time) throws(Diagnostic) in
        Ruled(Factored(LinearScheduler(first: first, final: final, time: time), ratio: ratio))
      }
    }

    mutating func settle(in training: Training) throws(Diagnostic) { last = try training.batches(time) }

    func value(at now: Double) throws(Diagnostic) -> Double {
      first + min(1, try Python.quotient(now, last, "t_max")) * (final - first)
    }

    var end: Time? { time }
  }
}
