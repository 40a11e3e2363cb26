import Diagnostics
import Text

extension TF {
  /// A power of the step that comes down to zero along a line in the end.
  ///
  /// With s = t − offset, lr = init·max(s, 1)ᴾ·min(1, (T − s)/(T·f)), and not below 0.
  /// Source: `official.modeling.optimization.PowerAndLinearDecay` of the TensorFlow Model Garden.
  struct PowerAndLinearDecay: AbsoluteRule {
    let initial: Double
    let total: Double
    let power: Double
    let fraction: Double
    let offset: Double

    static let kind = Kind(
      "PowerAndLinearDecay", .tf,
      "Follows a power of the step, and comes down to zero along a line in the end.",
      formula: """
        lr = initial_learning_rate·max(s, 1)^power·min(1, (T − s)/(T·linear_decay_fraction)), not below 0
        s = t − offset, T = total_decay_steps
        """,
      differs: "Zero is reached at offset + total_decay_steps and held.",
      source: "`official.modeling.optimization.PowerAndLinearDecay` of the TensorFlow Model Garden.",
      example: #"{"initial_learning_rate": 0.1, "total_decay_steps": 90, "power": -0.5, "linear_decay_fraction": 0.3}"#
    ) {
      Declaration(
        rule: Parameter("initial_learning_rate", "The rate at step 1 behind the offset."),
        Parameter("total_decay_steps", "Steps until zero, behind the offset."),
        Parameter("power", default: 1, "The power; a negative one falls."),
        Parameter("linear_decay_fraction", default: 0.1, "The part of the whole in which it comes down along a line."),
        Parameter("offset", default: 0, "Steps before it begins."),
        TF.name,
        make: { initial, total, power, fraction, offset, _ in
          PowerAndLinearDecay(initial: initial, total: total, power: power, fraction: fraction, offset: offset)
        })
    }

    func value(at count: Double) -> Double {
      let passed = count - offset
      let value = initial * Libm.pow(max(passed, 1), power)
      guard total * fraction > 0 else { return value }
      return max(0, value * min(1, (total - passed) / (total * fraction)))
    }

    var length: Double? { total > 0 ? max(0, offset) + total : nil }
    var phases: [Phase] {
      Phase.stretches([(0, "power"), (offset + total * (1 - fraction), "decay"), (offset + total, "hold")])
    }
  }
}
