import Diagnostics
import Text

extension TF {
  /// A high rate, then a power of the step that never exceeds it.
  ///
  /// Up to the offset the pre-offset rate, then init·(t − offset)ᴾ, at most the pre-offset rate.
  /// Source: `official.modeling.optimization.PowerDecayWithOffset` of the TensorFlow Model Garden.
  struct PowerDecayWithOffset: AbsoluteRule {
    let initial: Double
    let power: Double
    let offset: Double
    let before: Double

    static let kind = Kind(
      "PowerDecayWithOffset", .tf,
      "Holds a rate up to an offset, then follows a power of the step that never exceeds it.",
      formula:
        "lr(t) = pre_offset_learning_rate up to offset, then initial_learning_rate·(t − offset)^power, at most that",
      differs: "The default before the offset is a million: it is meant to be overruled by a warm-up.",
      source: "`official.modeling.optimization.PowerDecayWithOffset` of the TensorFlow Model Garden.",
      example: """
        {"initial_learning_rate": 0.1, "power": -0.5, "offset": 10, "pre_offset_learning_rate": 0.1}
        """
    ) {
      Declaration(
        rule: Parameter("initial_learning_rate", "The rate one step behind the offset."),
        Parameter("power", default: 1, "The power; a negative one falls."),
        Parameter("offset", default: 0, "Steps before it begins."),
        Parameter("pre_offset_learning_rate", default: 1e6, "The rate before the offset, and the highest after it."),
        TF.name,
        make: { initial, power, offset, before, _ in
          PowerDecayWithOffset(initial: initial, power: power, offset: offset, before: before)
        })
    }

    func value(at count: Double) -> Double {
      count > offset ? min(initial * Libm.pow(max(count - offset, 1), power), before) : before
    }

    var phases: [Phase] { Phase.stretches([(0, "hold"), (offset + 1, "power")]) }
  }
}
