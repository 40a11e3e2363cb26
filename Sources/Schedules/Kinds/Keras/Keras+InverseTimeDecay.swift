import Diagnostics

extension Keras {
  /// Divides the rate by a number that grows in proportion to time.
  ///
  /// lr(t) = init/(1 + rate·p) with p = t/N, floored for a staircase.
  /// Source: `keras.optimizers.schedules.InverseTimeDecay`, 3.15.
  struct InverseTimeDecay: AbsoluteRule {
    let initial: Double
    let steps: Double
    let rate: Double
    let isStaircase: Bool

    static let kind = Kind(
      "InverseTimeDecay", short: "inverse-time", .keras,
      "Divides the rate by a number that grows in proportion to time.",
      formula: "lr(t) = initial_learning_rate/(1 + decay_rate·p), p = t/decay_steps, ⌊p⌋ for a staircase",
      differs: "Never ends; falls like 1/t, where inverse square root schedules fall like 1/√t.",
      source: "`keras.optimizers.schedules.InverseTimeDecay`, 3.15.",
      example: #"{"initial_learning_rate": 0.1, "decay_steps": 90, "decay_rate": 10.0}"#
    ) {
      Declaration(
        rule: Parameter("initial_learning_rate", "The first rate."),
        Parameter("decay_steps", in: .above(0), "Steps in which decay_rate is added to the divisor once."),
        Parameter("decay_rate", "What is added to the divisor every decay_steps."),
        Parameter("staircase", default: false, "Whether the rate drops only every decay_steps."),
        Keras.name("InverseTimeDecay"),
        make: { initial, steps, rate, isStaircase, _ in
          InverseTimeDecay(initial: initial, steps: steps, rate: rate, isStaircase: isStaircase)
        })
    }

    func value(at count: Double) -> Double {
      let passed = count / steps
      return initial / (1 + rate * (isStaircase ? passed.rounded(.down) : passed))
    }

    var length: Double? { steps }
    var motion: Motion { isStaircase ? .jumps : .moves }
  }
}
