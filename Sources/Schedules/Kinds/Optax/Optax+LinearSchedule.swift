import Diagnostics

extension Optax {
  /// Goes from one rate to another in a straight line.
  ///
  /// lr(t) = (init − end)·(1 − c/N) + end, c = t − begin within 0 … N. Source: `optax.linear_schedule`, 0.2.8.
  struct LinearSchedule: AbsoluteRule {
    private let polynomial: PolynomialSchedule

    init(initial: Double, end: Double, steps: Double, begin: Double = 0) {
      polynomial = PolynomialSchedule(initial: initial, end: end, power: 1, steps: steps, begin: begin)
    }

    static let kind = Kind(
      "linear_schedule", short: "linear", .optax,
      "Goes from one rate to another in a straight line.",
      formula: "lr(t) = (init_value − end_value)·(1 − c/transition_steps) + end_value, c = t − transition_begin",
      differs: """
        Rates, not factors as in torch’s LinearLR; end_value is reached at transition_begin + transition_steps and held. \
        With transition_steps ≤ 0 it stays at init_value, as in optax.
        """,
      source: "`optax.linear_schedule`, 0.2.8.",
      example: #"{"init_value": 0, "end_value": 0.1, "transition_steps": 50}"#
    ) {
      Declaration(
        rule: Parameter("init_value", "The first rate."),
        Parameter("end_value", "The last rate."),
        Parameter("transition_steps", "Steps from the first rate to the last; none holds the first."),
        Parameter("transition_begin", default: 0, "Steps that the first rate is held."),
        make: { initial, end, steps, begin in LinearSchedule(initial: initial, end: end, steps: steps, begin: begin) })
    }

    func value(at count: Double) -> Double { polynomial.value(at: count) }

    var length: Double? { polynomial.length }
    var phases: [Phase] { polynomial.phases }
  }
}
