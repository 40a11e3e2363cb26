import Diagnostics

/// Warms up, falls along half a cosine wave to a part of the peak, and stays there.
enum CosineWarmup {
  static let kind = Kind(
    "cosine-warmup", .shapes,
    "Warms up, falls along half a cosine to a part of the peak, and stays there.",
    formula: Descent.formula("(1 + cos πp)/2", hold: true),
    differs: "CosineAnnealingLR has no warm-up, and climbs back after T_max. Here \(Descent.counting)",
    source:
      "GPT-3: Brown et al. 2020, arXiv:2005.14165, appendix B; Chinchilla: Hoffmann et al. 2022, arXiv:2203.15556.",
    example: #"{"total_steps": 1000, "warmup_steps": 50}"#
  ) {
    Declaration(
      rule: Parameter.totalSteps, Parameter.warmupSteps, Parameter.startRatio, Parameter.holdSteps,
      Parameter.minRatio(0.1),
      make: { (total, warmup, start, hold, minRatio) throws(Diagnostic) in
        try Descent(Course(total: total, warmup: warmup, start: start, hold: .steps(hold)), minRatio: minRatio) {
          Fall.cosine($0)
        }
      })
  }
}
