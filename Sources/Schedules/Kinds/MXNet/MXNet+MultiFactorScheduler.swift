import Diagnostics

extension MXNet {
  /// Multiplies the rate after each of given updates.
  struct MultiFactorScheduler: Drops {
    let warmup: Warmup
    private let steps: [Double]
    let factor: Double

    private init(warmup: Warmup, steps: [Double], factor: Double) throws(Diagnostic) {
      self.warmup = warmup
      self.steps = steps
      self.factor = factor
      if zip(steps, steps.dropFirst()).contains(where: { $0 >= $1 }) {
        throw Diagnostic(.value, "each update of “step” must be later than the one before", of: "step")
      }
    }

    static let kind = Kind(
      "MultiFactorScheduler", short: "multifactor", .mxnet, "Multiplies the rate after each of given updates.",
      formula: "lr = base·factorⁿ, n the number of steps < t; before it the warm-up",
      differs:
        "A drop shows in update step + 1, one later than torch's MultiStepLR, whose milestone is in force at once.",
      source: "mxnet.lr_scheduler.MultiFactorScheduler, 1.9.1",
      example: #"{"step": [10, 30, 45], "factor": 0.1, "warmup_steps": 5}"#
    ) {
      Declaration(
        Parameter<[Double]>("step", in: .between(1, 1e12), "Updates after which the rate drops."),
        Parameter("factor", default: 1, in: .atMost(1), "The factor of each drop."),
        and: Warmup.parameters
      ) { (warmup, steps, factor) throws(Diagnostic) in
        Dropping(try MultiFactorScheduler(warmup: warmup, steps: steps, factor: factor))
      }.requiring(.filled("step"))
    }

    var floor: Double? { nil }

    func boundary(_ index: Int) -> Double? { index < steps.count ? steps[index] : nil }

    /// Half as long again as the last step, so that the last stretch is seen.
    var length: Double? { steps.last.map { (1.5 * $0).rounded(.up) } }
  }
}
