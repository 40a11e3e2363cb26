import Diagnostics
import Text

/// Falls along a power of what is left: “poly” of DeepLab.
enum Poly {
  static let kind = Kind(
    "poly", .shapes,
    "Falls along a power of what is left, 0.9 for segmentation.",
    formula: Descent.formula("(1 − p)^power"),
    differs: "PolynomialLR has no warm-up, no end above 0, and power 1 unless given. Here \(Descent.counting)",
    source: "DeepLab: Chen et al. 2016, arXiv:1606.00915; ParseNet: Liu et al. 2015, arXiv:1506.04579.",
    example: #"{"total_steps": 1000, "power": 0.9}"#
  ) {
    Declaration(
      rule: Parameter.totalSteps, Parameter.warmupSteps, Parameter.startRatio, Parameter.minRatio(0),
      Parameter("power", default: 0.9, in: .above(0), "The power; 1 is a straight line."),
      make: { (total, warmup, start, minRatio, power) throws(Diagnostic) in
        try Descent(Course(total: total, warmup: warmup, start: start), minRatio: minRatio) { Libm.pow(1 - $0, power) }
      })
  }
}
