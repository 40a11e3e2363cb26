import Diagnostics

/// Stays at the peak for most of the run, and falls along half a cosine wave in the rest.
enum FlatCosine {
  static let kind = Kind(
    "flat-cosine", .shapes,
    "Stays at the peak for most of the run, and falls along half a cosine in the rest.",
    formula: """
      lr(t) = b·(s + (1 − s)·t/W)                  t < W
      lr(t) = b                                    t < F = flat_fraction·T, rounded
      lr(t) = b·(f + m·(1 − f))                    t < T, with f = (1 + cos πp)/2 and p = (t − F)/(T − F)
      lr(t) = b·m                                  t ≥ T
      """ + NamedShapes.letters,
    differs: "fastai.fit_flat_cos ends at a 100,000th of the peak, and never uses the end. Here \(Descent.counting)",
    source: "`fastai.callback.schedule.Learner.fit_flat_cos`, for Ranger and Mish.",
    example: #"{"total_steps": 1000}"#
  ) {
    Declaration(
      rule: Parameter.totalSteps, Parameter.warmupSteps, Parameter.startRatio,
      Parameter("flat_fraction", default: 0.75, in: .from(0, below: 1), "The part of the total before the fall."),
      Parameter.minRatio(0),
      make: { (total, warmup, start, flat, minRatio) throws(Diagnostic) in
        try Descent(
          Course(total: total, warmup: warmup, start: start, hold: .until(flat)), minRatio: minRatio
        ) { Fall.cosine($0) }
      })
  }
}
