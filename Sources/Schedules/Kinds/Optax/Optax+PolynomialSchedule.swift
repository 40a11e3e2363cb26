import Diagnostics
import Text

extension Optax {
  /// Goes from one rate to another along a power of what is left.
  ///
  /// lr(t) = (init − end)·(1 − c/N)ᴾ + end, c = t − begin within 0 … N. A length that is not positive holds the initial
  /// rate, and a negative beginning is 0. Source: `optax.polynomial_schedule`, 0.2.8.
  struct PolynomialSchedule: AbsoluteRule {
    let initial: Double
    let end: Double
    let power: Double
    let steps: Double
    let begin: Double

    static let kind = Kind(
      "polynomial_schedule", short: "polynomial", .optax,
      "Goes from one rate to another along a power of what is left.",
      formula: "lr(t) = (init_value − end_value)·(1 − c/transition_steps)^power + end_value, c = t − transition_begin",
      differs: """
        Reaches end_value at transition_begin + transition_steps and holds it; torch’s PolynomialLR falls to zero. With \
        transition_steps ≤ 0 it stays at init_value, as in optax.
        """,
      source: "`optax.polynomial_schedule`, 0.2.8.",
      example: #"{"init_value": 0.1, "end_value": 0.001, "power": 2, "transition_steps": 50}"#
    ) {
      Declaration(
        rule: Parameter("init_value", "The first rate."),
        Parameter("end_value", "The last rate."),
        Parameter("power", "The power; 1 is a straight line."),
        Parameter("transition_steps", "Steps from the first rate to the last; none holds the first."),
        Parameter("transition_begin", default: 0, "Steps that the first rate is held."),
        make: PolynomialSchedule.init)
    }

    func value(at count: Double) -> Double {
      guard steps > 0 else { return initial }
      let passed = min(max(count - max(0, begin), 0), steps)
      return (initial - end) * Libm.pow(1 - passed / steps, power) + end
    }

    var length: Double? { steps > 0 ? max(0, begin) + steps : nil }

    var phases: [Phase] { Phase.stretches([(0, "hold"), (max(0, begin), "transition"), (length ?? 0, "hold")]) }
  }
}
