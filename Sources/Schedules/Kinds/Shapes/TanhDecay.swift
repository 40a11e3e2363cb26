import Diagnostics
import Text

/// Falls along a hyperbolic tangent from L to U.
enum TanhDecay {
  static let kind = Kind(
    "tanh", .shapes,
    "Falls along a hyperbolic tangent between two of its arguments.",
    formula: Descent.formula("(1 − tanh(L + (U − L)·p))/2"),
    differs:
      "timm.tanh is the same from −7 to 3, with cycles. It begins a little below the peak and ends a little above "
      + "min_ratio, by as much as tanh is from ∓1. Otherwise \(Descent.counting)",
    source: "Hsueh, Li & Wu 2018, arXiv:1806.01593.",
    example: #"{"total_steps": 1000}"#
  ) {
    Declaration(
      rule: Parameter.totalSteps, Parameter.warmupSteps, Parameter.startRatio, Parameter.minRatio(0),
      Parameter("lower", default: -6, in: .between(-1000, 1000), "The argument at the peak: L."),
      Parameter("upper", default: 3, in: .between(-1000, 1000), "The argument at the end: U."),
      make: { (total, warmup, start, minRatio, lower, upper) throws(Diagnostic) in
        try Descent(Course(total: total, warmup: warmup, start: start), minRatio: minRatio) {
          0.5 * (1 - Libm.tanh(lower + (upper - lower) * $0))
        }
      })
  }
}
