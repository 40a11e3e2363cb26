import Diagnostics

extension Keras {
  /// Falls along half a cosine wave to a part of the rate, after a linear warm-up if there is one.
  ///
  /// lr(t) = init·((1 − α)·(1 + cos πt/N)/2 + α), t at most N. With a target, init + (target − init)·t/W up to W, then the
  /// wave from the target, counted from there. Source: `keras.optimizers.schedules.CosineDecay`, 3.15.
  struct CosineDecay: AbsoluteRule {
    let initial: Double
    let steps: Double
    let alpha: Double
    var warmup: (target: Double, steps: Double)?

    static let kind = Kind(
      "CosineDecay", short: "cosine", .keras,
      "Falls along a half cosine to alpha times the rate, after a linear warm-up if there is one.",
      formula: """
        lr(t) = initial_learning_rate·((1 − alpha)·(1 + cos πt/decay_steps)/2 + alpha), t at most decay_steps
        with warmup_target: initial_learning_rate + (warmup_target − initial_learning_rate)·t/warmup_steps,
        then the same from warmup_target, counted from warmup_steps
        """,
      differs: """
        decay_steps excludes the warm-up; optax’s warmup_cosine_decay_schedule includes it. The peak is at warmup_steps, and \
        the end is held. alpha is a part of the peak, where torch’s eta_min is a rate. warmup_steps alone do nothing.
        """,
      source: "`keras.optimizers.schedules.CosineDecay`, 3.15.",
      example: """
        {"initial_learning_rate": 0.0, "decay_steps": 80, "alpha": 0.01, "warmup_target": 0.1, "warmup_steps": 10}
        """
    ) {
      Declaration(
        rule: Parameter("initial_learning_rate", "The first rate."),
        Parameter("decay_steps", in: .above(0), "Steps from the peak to the end."),
        Parameter("alpha", default: 0, "The last rate as a part of the highest."),
        Keras.name("CosineDecay"),
        Parameter<Double?>("warmup_target", default: nil, "The peak; without one there is no warm-up."),
        Parameter("warmup_steps", default: 0, "Steps up to the peak."),
        make: { (initial, steps, alpha, _, target: Double?, warmupSteps) in
          CosineDecay(
            initial: initial, steps: steps, alpha: alpha, warmup: target.map { ($0, warmupSteps) })
        })
    }

    func value(at count: Double) -> Double {
      guard let warmup else { return decay(from: initial, at: min(count, steps)) }
      let passed = min(count, steps + warmup.steps)
      if passed < warmup.steps { return (warmup.target - initial) * (passed / warmup.steps) + initial }
      return decay(from: warmup.target, at: passed - warmup.steps)
    }

    private func decay(from peak: Double, at passed: Double) -> Double {
      peak * ((1 - alpha) * Fall.cosine(passed / steps) + alpha)
    }

    private var start: Double { max(0, warmup?.steps ?? 0) }

    var length: Double? { start + steps }

    var phases: [Phase] { Phase.stretches([(0, "warm-up"), (start, "cosine"), (start + steps, "hold")]) }
  }
}
