import Diagnostics
import Text

extension TF {
  /// An exponential decay whose factor is e to the power of minus a rate.
  ///
  /// Source: `tf.compat.v1.train.natural_exp_decay`.
  enum NaturalExpDecay {
    static let kind = Kind(
      "natural_exp_decay", short: "natural-exp", .tf,
      "Decays by exp(-decay_rate) every decay_steps, smoothly or as a staircase.",
      formula: "lr(t) = learning_rate·exp(−decay_rate)^p, p = t/decay_steps, ⌊p⌋ for a staircase",
      differs: """
        exponential_decay with exp(−decay_rate) in place of decay_rate.
        """,
      source: "`tf.compat.v1.train.natural_exp_decay`.",
      example: #"{"learning_rate": 0.1, "decay_steps": 90, "decay_rate": 5}"#
    ) {
      Declaration(
        rule: Parameter("learning_rate", "The first rate."),
        Parameter("decay_steps", "Steps in which exp(-decay_rate) is multiplied in once."),
        Parameter("decay_rate", "The rate of the decay."),
        Parameter("staircase", default: false, "Whether the rate drops only every decay_steps."),
        TF.name,
        make: { initial, steps, rate, isStaircase, _ in
          Keras.ExponentialDecay(initial: initial, steps: steps, rate: Libm.exp(-rate), isStaircase: isStaircase)
        })
    }
  }
}
