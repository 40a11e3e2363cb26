import Diagnostics

/// Warms up, and falls with the inverse square root of time.
enum InverseSqrt {
  static let kind = Kind(
    "inverse-sqrt", .shapes,
    "Warms up, and falls with the inverse square root of time.",
    formula: """
      lr(t) = b·(s + (1 − s)·t/W)                   t < W
      lr(t) = b                                     t < W + H
      lr(t) = b·max(m, √(τ/(t − W − H + τ)))        from there on, for ever or until T − D
      lr(t) = a line from there to b·m              t < T
      lr(t) = b·m                                   t ≥ T, if decay_steps is not 0
      """ + NamedShapes.letters,
    differs:
      "`noam` is the same without a hold, and counts from one. With timescale = warmup_steps, the default, it is "
      + "fairseq's and transformers'; with hold_steps 10000 and no warm-up it is T5's. The peak is at step warmup_steps.",
    source: "T5: Raffel et al. 2020, arXiv:1910.10683; with a cool-down Zhai et al. 2021, arXiv:2106.04560.",
    example: #"{"total_steps": 1000, "warmup_steps": 50, "decay_steps": 100}"#
  ) {
    Declaration(
      rule: Parameter.totalSteps, Parameter.warmupSteps, Parameter.startRatio, Parameter.holdSteps,
      Parameter<Double?>(
        "timescale", default: nil, in: .between(1, Parameter<Int>.mostSteps),
        "Steps in which the square of the rate halves; warmup_steps unless given, or 10000 without a warm-up."),
      Parameter("decay_steps", default: 0, in: .between(0, Parameter<Int>.mostSteps), "Steps of a line to the end."),
      Parameter.minRatio(0),
      make: { (total, warmup, start, hold, timescale, decaySteps, minRatio) throws(Diagnostic) in
        try InverseRoot(
          course: Course(total: total, warmup: warmup, start: start, hold: .steps(hold)),
          timescale: timescale ?? (warmup > 0 ? Double(warmup) : 10_000), power: 0.5, decaySteps: decaySteps,
          minRatio: minRatio)
      })
  }
}
