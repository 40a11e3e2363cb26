import Diagnostics

extension Optax {
  /// The same rate at every step.
  ///
  /// Source: `optax.constant_schedule`, 0.2.8.
  struct ConstantSchedule: AbsoluteRule {
    let constant: Double

    static let kind = Kind(
      "constant_schedule", short: "constant", .optax,
      "Gives the same rate at every step.",
      formula: "lr(t) = value",
      differs: "The rate itself: torch’s ConstantLR is a factor on the base rate that is taken back.",
      source: "`optax.constant_schedule`, 0.2.8.",
      example: #"{"value": 0.1}"#
    ) {
      Declaration(rule: Parameter("value", "The rate."), make: ConstantSchedule.init)
    }

    func value(at count: Double) -> Double { constant }

    var motion: Motion { .jumps }
  }
}
