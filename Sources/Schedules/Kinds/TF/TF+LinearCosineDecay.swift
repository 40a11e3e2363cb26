import Diagnostics
import Text

extension TF {
  /// Falls along a cosine wave under a line, to a part of the rate.
  ///
  /// lr(t) = init·((α + l)·c + β), l = (N − t)/N, c = (1 + cos 2π·n·t/N)/2, t at most N.
  /// Source: `tf.compat.v1.train.linear_cosine_decay`; Bello et al. 2017, arXiv:1709.07417.
  struct LinearCosineDecay: AbsoluteRule {
    let initial: Double
    let steps: Double
    let periods: Double
    let alpha: Double
    let beta: Double

    static let kind = Kind(
      "linear_cosine_decay", short: "linear-cosine", .tf,
      "Falls along a cosine wave under a line, to beta times the rate.",
      formula: """
        lr(t) = learning_rate·((alpha + l)·c + beta), t at most decay_steps
        l = (decay_steps − t)/decay_steps, c = (1 + cos 2π·num_periods·t/decay_steps)/2
        """,
      differs: "Starts at 1 + alpha + beta times learning_rate, a little above it; holds its end.",
      source: "`tf.compat.v1.train.linear_cosine_decay`; arXiv:1709.07417.",
      example: #"{"learning_rate": 0.1, "decay_steps": 90, "num_periods": 3.5}"#
    ) {
      Declaration(
        rule: Parameter("learning_rate", "The rate that the others are parts of."),
        Parameter("decay_steps", "Steps until the end."),
        Parameter("num_periods", default: 0.5, "Waves of the cosine until then."),
        Parameter("alpha", default: 0, "What is added to the line."),
        Parameter("beta", default: 0.001, "What is added in the end."),
        TF.name,
        make: { initial, steps, periods, alpha, beta, _ in
          LinearCosineDecay(initial: initial, steps: steps, periods: periods, alpha: alpha, beta: beta)
        })
    }

    func value(at count: Double) -> Double { value(at: count, noise: 0) }

    /// The value when noise is added to the line.
    func value(at count: Double, noise: Double) -> Double {
      let passed = min(count, steps)
      let line = (steps - passed) / steps + noise
      let wave = Fall.cosine(2 * periods * (passed / steps))
      return initial * ((alpha + line) * wave + beta)
    }

    var length: Double? { steps }
  }
}
