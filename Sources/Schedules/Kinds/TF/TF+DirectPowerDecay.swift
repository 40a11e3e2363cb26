import Diagnostics
import Text

extension TF {
  /// A power of the step.
  ///
  /// lr(t) = init·max(t, 1)ᴾ. Source: `official.modeling.optimization.DirectPowerDecay` of the TensorFlow Model Garden.
  struct DirectPowerDecay: AbsoluteRule {
    let initial: Double
    let power: Double

    static let kind = Kind(
      "DirectPowerDecay", .tf,
      "Follows a power of the step.",
      formula: "lr(t) = initial_learning_rate·max(t, 1)^power",
      differs: "power is 1 unless given, which rises; −0.5 is the inverse square root.",
      source: "`official.modeling.optimization.DirectPowerDecay` of the TensorFlow Model Garden.",
      example: #"{"initial_learning_rate": 0.1, "power": -0.5}"#
    ) {
      Declaration(
        rule: Parameter("initial_learning_rate", "The rate at step 1."),
        Parameter("power", default: 1, "The power; a negative one falls."),
        TF.name,
        make: { initial, power, _ in DirectPowerDecay(initial: initial, power: power) })
    }

    func value(at count: Double) -> Double { initial * Libm.pow(max(count, 1), power) }
  }
}
