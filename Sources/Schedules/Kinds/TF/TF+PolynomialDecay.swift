import Diagnostics

extension TF {
  /// Keras' `PolynomialDecay` by its older name.
  ///
  /// Source: `tf.compat.v1.train.polynomial_decay`.
  enum PolynomialDecay {
    static let kind = Kind(
      "polynomial_decay", short: "polynomial", .tf,
      "Goes from one rate to another along a power of what is left, once or in cycles.",
      formula: "lr(t) = (learning_rate − end_learning_rate)·(1 − t/decay_steps)^power + end_learning_rate",
      differs: """
        The same curve as Keras’ PolynomialDecay.
        """,
      source: "`tf.compat.v1.train.polynomial_decay`.",
      example: #"{"learning_rate": 0.1, "decay_steps": 90, "end_learning_rate": 0.001, "power": 2}"#
    ) {
      Declaration(
        rule: Parameter("learning_rate", "The first rate."),
        Parameter("decay_steps", "Steps from the first rate to the last."),
        Parameter("end_learning_rate", default: 0.0001, "The last rate."),
        Parameter("power", default: 1, "The power; 1 is a straight line."),
        Parameter("cycle", default: false, "Whether the rate jumps up and falls again, more slowly each time."),
        TF.name,
        make: { initial, steps, end, power, isCycled, _ in
          Keras.PolynomialDecay(initial: initial, steps: steps, end: end, power: power, isCycled: isCycled)
        })
    }
  }
}
