import Diagnostics

extension MXNet {
  /// Multiplies the rate every so many updates, down to a lowest rate.
  struct FactorScheduler: Drops {
    let warmup: Warmup
    private let step: Double
    let factor: Double
    private let stopFactorLR: Double

    static let kind = Kind(
      "FactorScheduler", short: "factor", .mxnet, "Multiplies the rate every step updates, down to a lowest rate.",
      formula: "lr = max(base·factorⁿ, stop_factor_lr), n the number of k·step < t, k ≥ 1; before it the warm-up",
      differs: """
        A drop shows in update k·step + 1, one later than torch's StepLR. Drops are counted from update 0 though there is a \
        warm-up, so some may come at once behind it.
        """,
      source: "mxnet.lr_scheduler.FactorScheduler, 1.9.1",
      example: #"{"step": 10, "factor": 0.5, "warmup_steps": 5}"#
    ) {
      Declaration(
        Parameter("step", in: .between(1, 1e12), "Updates from one drop to the next."),
        Parameter("factor", default: 1, in: .atMost(1), "The factor of each drop."),
        Parameter("stop_factor_lr", default: 1e-8, "The lowest rate."),
        and: Warmup.parameters
      ) { (warmup, step, factor, stop) throws(Diagnostic) in
        Dropping(FactorScheduler(warmup: warmup, step: step, factor: factor, stopFactorLR: stop))
      }
    }

    var floor: Double? { stopFactorLR }

    func boundary(_ index: Int) -> Double? { Double(index + 1) * step }

    /// Four drops.
    var length: Double? { max(Double(warmup.steps), 0) + 5 * step }
  }
}
