import Diagnostics

extension Detectron2 {
  /// The class that WarmupMultiStepLR once was, and still is in maskrcnn-benchmark.
  struct DeprecatedWarmupMultiStepLR: Rule {
    private let warmup: Warmup
    private let milestones: [Double]
    private let gamma: Double

    static let kind = Kind(
      "DeprecatedWarmupMultiStepLR", short: "deprecated-multistep", .detectron2,
      "Warms up, and multiplies the rate by gamma at each milestone.",
      formula:
        "lr(t) = b·w(t)·gammaⁿ, n the number of milestones ≤ t, w(t) = f·(1 − a) + a, a = t/warmup_iters, then 1",
      differs: """
        The deprecated class: the warm-up is a factor on the drops, which it may meet. maskrcnn-benchmark's is the same with \
        warmup_factor 1/3 and warmup_iters 500.
        """,
      source: "detectron2.solver.lr_scheduler.WarmupMultiStepLR, 2026-06",
      example: #"{"milestones": [60, 80], "warmup_iters": 10}"#
    ) {
      Declaration(
        Parameter<[Double]>("milestones", "Updates at which the rate drops, in order."),
        Parameter("gamma", default: 0.1, "The factor of each drop."), and: Warmup.parameters
      ) { (warmup, milestones, gamma) throws(Diagnostic) in
        if milestones != milestones.sorted() {
          throw Diagnostic(.value, "“milestones” must be in order", of: "milestones")
        }
        return warmup.ruled(DeprecatedWarmupMultiStepLR(warmup: warmup, milestones: milestones, gamma: gamma))
      }
    }

    func rate(at step: Int, base: Double, group: Int) throws(Diagnostic) -> Double {
      let drops = Python.bisect(milestones, Double(step))
      return base * warmup.factor(at: step) * (try Python.power(gamma, Double(drops)))
    }

    /// Half as long again as the last milestone, so that the last stretch is seen.
    var length: Double? { milestones.last.map { max(1, (1.5 * $0).rounded(.up)) } }
    var motion: Motion { .jumps }
    var phases: [Phase] { warmup.phases(then: "steps", .jumps) }
  }
}
