import Diagnostics
import Text

/// Falls along half a cosine wave whose progress is a power of time.
enum KDecay {
  static let kind = Kind(
    "k-decay", .shapes,
    "Falls along half a cosine, later the larger k is.",
    formula: Descent.formula("(1 + cos πpᵏ)/2"),
    differs: "With k = 1 it is cosine-warmup to min_ratio 0. timm's k_decay is the same. Here \(Descent.counting)",
    source: "Zhang & Li 2020, arXiv:2004.05909.",
    example: #"{"total_steps": 1000, "k": 1.5}"#
  ) {
    Declaration(
      rule: Parameter.totalSteps, Parameter.warmupSteps, Parameter.startRatio, Parameter.minRatio(0),
      Parameter("k", in: .above(0), "The power of the progress."),
      make: { (total, warmup, start, minRatio, k) throws(Diagnostic) in
        try Descent(Course(total: total, warmup: warmup, start: start), minRatio: minRatio) {
          Fall.cosine(Libm.pow($0, k))
        }
      })
  }
}
