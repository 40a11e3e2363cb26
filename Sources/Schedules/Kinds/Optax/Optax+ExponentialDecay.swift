import Diagnostics
import Text

extension Optax {
  /// Multiplies the rate by a factor every N steps, little by little or all at once.
  ///
  /// lr(t) = init·rateᵖ with p = (t − begin)/N, floored for a staircase, once t > begin; bounded by the end value, below
  /// when the factor is less than 1, else above. A length that is not positive, or a factor of 0, holds the initial rate.
  /// Source: `optax.exponential_decay`, 0.2.8.
  struct ExponentialDecay: AbsoluteRule {
    let initial: Double
    let steps: Double
    let rate: Double
    let begin: Double
    let isStaircase: Bool
    let end: Double?

    static let kind = Kind(
      "exponential_decay", short: "exponential", .optax,
      "Multiplies the rate by decay_rate every transition_steps, smoothly or as a staircase.",
      formula: "lr(t) = init_value·decay_rate^p, p = (t − transition_begin)/transition_steps, ⌊p⌋ for a staircase",
      differs: """
        Never ends, but stops at end_value if there is one. torch’s ExponentialLR has transition_steps 1, StepLR is the \
        staircase. With transition_steps ≤ 0 or decay_rate 0 it stays at init_value, as in optax.
        """,
      source: "`optax.exponential_decay`, 0.2.8.",
      example: #"{"init_value": 0.1, "transition_steps": 10, "decay_rate": 0.5, "end_value": 0.005}"#
    ) {
      Declaration(
        rule: Parameter("init_value", "The first rate."),
        Parameter("transition_steps", "Steps in which decay_rate is multiplied in once; none holds the first rate."),
        Parameter("decay_rate", "The factor of transition_steps."),
        Parameter("transition_begin", default: 0, "Steps that the first rate is held."),
        Parameter("staircase", default: false, "Whether the rate drops only every transition_steps."),
        Parameter(
          "end_value", default: nil, "The rate that is not passed: the lowest, or for a growing one the highest."),
        make: ExponentialDecay.init)
    }

    func value(at count: Double) -> Double {
      guard steps > 0, rate != 0 else { return initial }
      let passed = count - max(0, begin)
      let power = isStaircase ? (passed / steps).rounded(.down) : passed / steps
      let value = passed <= 0 ? initial : initial * Libm.pow(rate, power)
      guard let end, !value.isNaN else { return value }
      return rate < 1 ? max(value, end) : min(value, end)
    }

    var length: Double? { steps > 0 ? max(0, begin) + steps : nil }
    var motion: Motion { isStaircase ? .jumps : .moves }
  }
}
