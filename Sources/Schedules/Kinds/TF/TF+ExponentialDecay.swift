import Diagnostics

extension TF {
  /// Keras' `ExponentialDecay` by its older name.
  ///
  /// Source: `tf.compat.v1.train.exponential_decay`.
  enum ExponentialDecay {
    static let kind = Kind(
      "exponential_decay", short: "exponential", .tf,
      "Multiplies the rate by decay_rate every decay_steps, smoothly or as a staircase.",
      formula: "lr(t) = learning_rate·decay_rate^p, p = t/decay_steps, ⌊p⌋ for a staircase",
      differs: """
        The same curve as Keras’ ExponentialDecay.
        """,
      source: "`tf.compat.v1.train.exponential_decay`.",
      example: #"{"learning_rate": 0.1, "decay_steps": 50, "decay_rate": 0.1}"#
    ) {
      Declaration(
        rule: Parameter("learning_rate", "The first rate."),
        Parameter("decay_steps", "Steps in which decay_rate is multiplied in once."),
        Parameter("decay_rate", "The factor of decay_steps."),
        Parameter("staircase", default: false, "Whether the rate drops only every decay_steps."),
        TF.name,
        make: { initial, steps, rate, isStaircase, _ in
          Keras.ExponentialDecay(initial: initial, steps: steps, rate: rate, isStaircase: isStaircase)
        })
    }
  }
}
