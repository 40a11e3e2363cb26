import Diagnostics
import Text

extension TF {
  /// Falls along a cosine wave under a noisy line, to a part of the rate.
  ///
  /// lr(t) = init·((α + l + ε)·c + β) with l and c as in `linear_cosine_decay`, and ε normal with the variance v/(1 + t)ᵈ.
  /// Source: `tf.compat.v1.train.noisy_linear_cosine_decay`; Bello et al. 2017, arXiv:1709.07417.
  struct NoisyLinearCosineDecay: AbsoluteRule {
    let decay: LinearCosineDecay
    let variance: Double
    let varianceDecay: Double

    static let kind = Kind(
      "noisy_linear_cosine_decay", short: "noisy-linear-cosine", .tf,
      "Falls along a cosine wave under a noisy line, to beta times the rate.",
      formula: """
        lr(t) = learning_rate·((alpha + l + ε)·c + beta) with l and c of linear_cosine_decay
        ε is normal, with variance initial_variance/(1 + t)^variance_decay
        """,
      differs: """
        TensorFlow draws its noise anew in every run. Here it follows from the step alone, so that a schedule always gives \
        the same curve: one of those that TensorFlow might give. initial_variance 0 leaves the noise out.
        """,
      source: "`tf.compat.v1.train.noisy_linear_cosine_decay`; arXiv:1709.07417.",
      example: #"{"learning_rate": 0.1, "decay_steps": 90, "initial_variance": 0.1}"#
    ) {
      Declaration(
        rule: Parameter("learning_rate", "The rate that the others are parts of."),
        Parameter("decay_steps", "Steps until the end."),
        Parameter("initial_variance", default: 1, in: .atLeast(0), "The variance of the noise at first."),
        Parameter("variance_decay", default: 0.55, "How fast the variance falls."),
        Parameter("num_periods", default: 0.5, "Waves of the cosine until then."),
        Parameter("alpha", default: 0, "What is added to the line."),
        Parameter("beta", default: 0.001, "What is added in the end."),
        TF.name,
        make: { initial, steps, variance, varianceDecay, periods, alpha, beta, _ in
          NoisyLinearCosineDecay(
            decay: LinearCosineDecay(initial: initial, steps: steps, periods: periods, alpha: alpha, beta: beta),
            variance: variance, varianceDecay: varianceDecay)
        })
    }

    func value(at count: Double) -> Double {
      let variance = variance / Libm.pow(1 + min(count, decay.steps), varianceDecay)
      return decay.value(at: count, noise: variance.squareRoot() * Noise.normal(at: count))
    }

    var length: Double? { decay.length }
  }
}
