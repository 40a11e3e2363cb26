import Diagnostics
import Text

extension Keras {
  /// Falls along half a cosine wave again and again, each cycle t_mul times as long and m_mul times as high.
  ///
  /// With f = t/N cycles of the first length passed, cycle i = ⌊log(1 − f·(1 − t_mul))/log t_mul⌋, or ⌊f⌋ for t_mul = 1, and
  /// p the part of it that is over: lr = init·((1 − α)·m_mulⁱ·(1 + cos πp)/2 + α).
  /// Source: `keras.optimizers.schedules.CosineDecayRestarts`, 3.15; SGDR, arXiv:1608.03983.
  struct CosineDecayRestarts: AbsoluteRule {
    let initial: Double
    let first: Double
    let growth: Double
    let height: Double
    let alpha: Double

    static let kind = Kind(
      "CosineDecayRestarts", short: "cosine-restarts", .keras,
      "Falls along a half cosine again and again, each cycle longer and lower.",
      formula:
        "lr = initial_learning_rate·((1 − alpha)·m_mul^i·(1 + cos πp)/2 + alpha), p = part of cycle i that is over",
      differs: """
        Cycles double by default, where torch’s CosineAnnealingWarmRestarts keeps their length; alpha is a part of the first \
        rate and is not lowered by m_mul. The cycle is found by a logarithm, which may be a step late.
        """,
      source: "`keras.optimizers.schedules.CosineDecayRestarts`, 3.15; arXiv:1608.03983.",
      example: #"{"initial_learning_rate": 0.1, "first_decay_steps": 15, "m_mul": 0.8}"#
    ) {
      Declaration(
        rule: Parameter("initial_learning_rate", "The first rate."),
        Parameter("first_decay_steps", in: .above(0), "Steps of the first cycle."),
        Parameter("t_mul", default: 2, "How many times as long each cycle is as the one before."),
        Parameter("m_mul", default: 1, "How many times as high each cycle is as the one before."),
        Parameter("alpha", default: 0, "The lowest rate as a part of the first."),
        Keras.name("SGDRDecay"),
        make: { initial, first, growth, height, alpha, _ in
          CosineDecayRestarts(initial: initial, first: first, growth: growth, height: height, alpha: alpha)
        })
    }

    func value(at count: Double) -> Double {
      let passed = count / first
      var restart = passed.rounded(.down)
      var progress = passed - restart
      if growth != 1 {
        restart = (Libm.log(1 - passed * (1 - growth)) / Libm.log(growth)).rounded(.down)
        let scale = Libm.pow(growth, restart)
        progress = (passed - (1 - scale) / (1 - growth)) / scale
      }
      let wave = 0.5 * Libm.pow(height, restart) * (1 + Libm.cos(.pi * progress))
      return initial * ((1 - alpha) * wave + alpha)
    }

    /// Three cycles, so that what changes from one to the next is seen.
    var length: Double? { growth > 0 ? (first * (1 + growth + growth * growth)).rounded(.up) : nil }

    var phases: [Phase] {
      var stretches: [(start: Double, label: String)] = []
      var (start, cycle) = (0.0, first)
      while stretches.count < 100, start < 1e9, growth > 0 {
        stretches.append((start, "cycle \(stretches.count + 1)"))
        start += cycle
        cycle *= growth
      }
      return Phase.stretches(stretches)
    }
  }
}
