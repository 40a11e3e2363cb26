import Diagnostics
import Text

extension Optax {
  /// Falls along half a cosine wave to a part of the initial rate, and stays there.
  ///
  /// lr(t) = init·((1 − α)·((1 + cos πc/N)/2)ᴾ + α), c = min(t, N).
  /// Source: `optax.cosine_decay_schedule`, 0.2.8; SGDR, arXiv:1608.03983.
  struct CosineDecaySchedule: AbsoluteRule {
    let initial: Double
    let steps: Double
    let alpha: Double
    let exponent: Double

    init(initial: Double, steps: Double, alpha: Double, exponent: Double) throws(Diagnostic) {
      guard steps > 0 else {
        throw Diagnostic(.value, "“decay_steps” must be greater than 0, not \(Shown.number(steps))", of: "decay_steps")
      }
      self.initial = initial
      self.steps = steps
      self.alpha = alpha
      self.exponent = exponent
    }

    static let kind = Kind(
      "cosine_decay_schedule", short: "cosine", .optax,
      "Falls along a half cosine to alpha times the first rate, and holds it.",
      formula:
        "lr(t) = init_value·((1 − alpha)·((1 + cos πc/decay_steps)/2)^exponent + alpha), c = min(t, decay_steps)",
      differs: """
        Holds its end, where torch’s CosineAnnealingLR climbs back; alpha is a part of init_value, where eta_min is a rate.
        """,
      source: "`optax.cosine_decay_schedule`, 0.2.8; arXiv:1608.03983.",
      example: #"{"init_value": 0.1, "decay_steps": 50, "alpha": 0.01}"#
    ) {
      Declaration(
        rule: Parameter("init_value", "The first rate."),
        Parameter("decay_steps", in: .above(0), "Steps until the end."),
        Parameter("alpha", default: 0, "The last rate as a part of the first."),
        Parameter("exponent", default: 1, "The power that bends the wave."),
        make: CosineDecaySchedule.init)
    }

    func value(at count: Double) -> Double {
      let wave = Fall.cosine(angle: .pi * min(count, steps) / steps)
      return initial * ((1 - alpha) * Libm.pow(wave, exponent) + alpha)
    }

    var length: Double? { steps }
  }
}
