import Diagnostics

/// Warms up, holds the peak, and falls with a power of time that is not tied to the warm-up.
enum NoamHold {
  static let kind = Kind(
    "noam-hold", .shapes,
    "Warms up, holds the peak, and falls with a power of time (Squeezeformer).",
    formula: """
      lr(t) = b·(s + (1 − s)·t/W)              t < W
      lr(t) = b                                t < W + H
      lr(t) = b·max(m, (W/(t − H))^r)          from there on, for ever
      """ + NamedShapes.letters,
    differs:
      "The base rate is the peak, at step warmup_steps; NeMo's NoamHoldAnnealing begins a step higher. It has no end.",
    source: "Kim et al. 2022, arXiv:2206.00888; `NoamHoldAnnealing` of NeMo.",
    example: #"{"warmup_steps": 200, "hold_steps": 400, "decay_rate": 1}"#
  ) {
    Declaration(
      rule: Parameter("warmup_steps", in: .between(1, Parameter<Int>.mostSteps), "Steps of the linear warm-up."),
      Parameter.startRatio, Parameter.holdSteps,
      Parameter("decay_rate", default: 0.5, in: .above(0), "The power of time: r."), Parameter.minRatio(0),
      make: { (warmup, start, hold, power, minRatio) throws(Diagnostic) in
        try InverseRoot(
          course: Course(total: nil, warmup: warmup, start: start, hold: .steps(hold)), timescale: Double(warmup),
          power: power, minRatio: minRatio)
      })
  }
}
