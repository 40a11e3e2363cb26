import Diagnostics

extension TF {
  /// Keras' `InverseTimeDecay` by its older name.
  ///
  /// Source: `tf.compat.v1.train.inverse_time_decay`.
  enum InverseTimeDecay {
    static let kind = Kind(
      "inverse_time_decay", short: "inverse-time", .tf,
      "Divides the rate by a number that grows in proportion to time.",
      formula: "lr(t) = learning_rate/(1 + decay_rate·p), p = t/decay_steps, ⌊p⌋ for a staircase",
      differs: """
        The same curve as Keras’ InverseTimeDecay.
        """,
      source: "`tf.compat.v1.train.inverse_time_decay`.",
      example: #"{"learning_rate": 0.1, "decay_steps": 90, "decay_rate": 10}"#
    ) {
      Declaration(
        rule: Parameter("learning_rate", "The first rate."),
        Parameter("decay_steps", "Steps in which decay_rate is added to the divisor once."),
        Parameter("decay_rate", "What is added to the divisor every decay_steps."),
        Parameter("staircase", default: false, "Whether the rate drops only every decay_steps."),
        TF.name,
        make: { initial, steps, rate, isStaircase, _ in
          Keras.InverseTimeDecay(initial: initial, steps: steps, rate: rate, isStaircase: isStaircase)
        })
    }
  }
}
