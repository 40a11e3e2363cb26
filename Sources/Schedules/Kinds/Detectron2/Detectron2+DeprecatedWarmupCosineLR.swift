import Diagnostics
import Text

extension Detectron2 {
  /// The class that WarmupCosineLR once was.
  struct DeprecatedWarmupCosineLR: Rule {
    private let warmup: Warmup
    private let maxIters: Double

    static let kind = Kind(
      "DeprecatedWarmupCosineLR", short: "deprecated-cosine", .detectron2,
      "Warms up, and falls along a half cosine, both at once.",
      formula: "lr(t) = b·w(t)·(1 + cos πt/max_iters)/2, w(t) = f·(1 − a) + a, a = t/warmup_iters, then 1",
      differs: "The deprecated class: a product of warm-up and cosine, so the base rate is never reached.",
      source: "detectron2.solver.lr_scheduler.WarmupCosineLR, 2026-06",
      example: #"{"max_iters": 90, "warmup_iters": 10}"#
    ) {
      Declaration(
        Parameter<Double>("max_iters", in: .between(-1e12, 1e12), "Updates of the training."), and: Warmup.parameters
      ) { (warmup, maxIters) throws(Diagnostic) in
        if maxIters == 0 { throw Diagnostic(.value, "division by zero: “max_iters” is 0", of: "max_iters") }
        return warmup.ruled(DeprecatedWarmupCosineLR(warmup: warmup, maxIters: maxIters))
      }
    }

    func rate(at step: Int, base: Double, group: Int) throws(Diagnostic) -> Double {
      base * warmup.factor(at: step) * 0.5 * (1 + Libm.cos(.pi * Double(step) / maxIters))
    }

    var length: Double? { maxIters }
    var phases: [Phase] { warmup.phases(then: "cosine", .moves) }
  }
}
