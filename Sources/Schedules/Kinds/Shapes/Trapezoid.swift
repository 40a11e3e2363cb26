import Diagnostics

/// Rises along a line, stays at the peak, and falls along a line: the schedule of modded-nanoGPT.
enum Trapezoid {
  static let kind = Kind(
    "trapezoid", .shapes,
    "Rises along a line, stays at the peak, and falls along a line.",
    formula: """
      lr(t) = b·(s + (1 − s)·t/W)               t < W
      lr(t) = b                                 t < T − D
      lr(t) = b·(m + (1 − m)·(T − t)/D)         t < T
      lr(t) = b·m                               t ≥ T
      """ + NamedShapes.letters,
    differs: "`wsd` with a linear decay. Here \(Descent.counting) Where a warm-up counts from one, (t + 1)/W, its "
      + "warmup_steps is W − 1 and its start_ratio 1/W.",
    source:
      "Zhai et al. 2021, arXiv:2106.04560; Hägele et al. 2024, arXiv:2405.18392; github.com/KellerJordan/modded-nanogpt.",
    example: #"{"total_steps": 1000, "warmup_steps": 100, "decay_steps": 300}"#
  ) {
    Declaration(
      rule: Parameter.totalSteps, Parameter.warmupSteps, Parameter.startRatio,
      Parameter.decaySteps("Steps of the fall; a tenth of the total unless given."), Parameter.minRatio(0),
      make: { (total, warmup, start, decaySteps, minRatio) throws(Diagnostic) in
        try WarmupStableDecay(
          course: Course(total: total, warmup: warmup, start: start), decaySteps: decaySteps, decay: .linear,
          minRatio: minRatio)
      })
  }
}
