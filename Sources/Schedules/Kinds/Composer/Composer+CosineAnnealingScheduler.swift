import Diagnostics

extension Composer {
  /// Falls along half a cosine.
  struct CosineAnnealingScheduler: Factor {
    private let time: Time
    private let final: Double
    private var last = 0.0

    private init(time: Time, final: Double) {
      self.time = time
      self.final = final
    }

    static let kind = Kind(
      "CosineAnnealingScheduler", short: "cosine", .composer,
      "Falls along half a cosine to alpha_f of the base rate at t_max, and holds.",
      formula: "lr = base·(alpha_f + (1 − alpha_f)·(1 + cos πp)/2), p = min(1, t/t_max), t = max(0, batch − 1)",
      differs: """
        alpha_f is a part of the base rate, where torch's eta_min is a rate; after t_max it holds and does not climb back. The \
        first two batches have the same rate.
        """,
      source: "composer.optim.scheduler.CosineAnnealingScheduler, 0.32.1",
      example: #"{"alpha_f": 0.1}"#
    ) {
      Declaration(.tMax, .alphaF, and: ratio) { (ratio, time, final) throws(Diagnostic) in
        Ruled(Factored(CosineAnnealingScheduler(time: time, final: final), ratio: ratio))
      }
    }

    mutating func settle(in training: Training) throws(Diagnostic) { last = try training.batches(time) }

    func value(at now: Double) throws(Diagnostic) -> Double {
      Composer.cosine(try Python.quotient(now, last, "t_max"), to: final)
    }

    var end: Time? { time }
  }
}
