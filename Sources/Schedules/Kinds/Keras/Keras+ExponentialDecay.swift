import Diagnostics
import Text

extension Keras {
  /// Multiplies the rate by a factor every N steps, little by little or all at once.
  ///
  /// lr(t) = init·rateᵖ with p = t/N, floored for a staircase.
  /// Source: `keras.optimizers.schedules.ExponentialDecay`, 3.15.
  struct ExponentialDecay: AbsoluteRule {
    let initial: Double
    let steps: Double
    let rate: Double
    let isStaircase: Bool

    static let kind = Kind(
      "ExponentialDecay", short: "exponential", .keras,
      "Multiplies the rate by decay_rate every decay_steps, smoothly or as a staircase.",
      formula: "lr(t) = initial_learning_rate·decay_rate^p, p = t/decay_steps, ⌊p⌋ for a staircase",
      differs: "Never ends. torch’s ExponentialLR has decay_steps 1, its StepLR is the staircase.",
      source: "`keras.optimizers.schedules.ExponentialDecay`, 3.15.",
      example: #"{"initial_learning_rate": 0.1, "decay_steps": 50, "decay_rate": 0.1}"#
    ) {
      Declaration(
        rule: Parameter("initial_learning_rate", "The first rate."),
        Parameter("decay_steps", in: .above(0), "Steps in which decay_rate is multiplied in once."),
        Parameter("decay_rate", "The factor of decay_steps."),
        Parameter("staircase", default: false, "Whether the rate drops only every decay_steps."),
        Keras.name("ExponentialDecay"),
        make: { initial, steps, rate, isStaircase, _ in
          ExponentialDecay(initial: initial, steps: steps, rate: rate, isStaircase: isStaircase)
        })
    }

    func value(at count: Double) -> Double {
      let passed = count / steps
      return initial * Libm.pow(rate, isStaircase ? passed.rounded(.down) : passed)
    }

    var length: Double? { steps }
    var motion: Motion { isStaircase ? .jumps : .moves }
  }
}
