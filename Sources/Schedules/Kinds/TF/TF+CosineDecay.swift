import Diagnostics

extension TF {
  /// Keras' `CosineDecay` by its older name, without a warm-up.
  ///
  /// Source: `tf.compat.v1.train.cosine_decay`.
  enum CosineDecay {
    static let kind = Kind(
      "cosine_decay", short: "cosine", .tf,
      "Falls along a half cosine to alpha times the rate.",
      formula: "lr(t) = learning_rate·((1 − alpha)·(1 + cos πt/decay_steps)/2 + alpha), t at most decay_steps",
      differs: """
        The same curve as Keras’ CosineDecay, which can warm up, too.
        """,
      source: "`tf.compat.v1.train.cosine_decay`.",
      example: #"{"learning_rate": 0.1, "decay_steps": 90, "alpha": 0.01}"#
    ) {
      Declaration(
        rule: Parameter("learning_rate", "The first rate."),
        Parameter("decay_steps", "Steps until the end."),
        Parameter("alpha", default: 0, "The last rate as a part of the first."),
        TF.name,
        make: { initial, steps, alpha, _ in Keras.CosineDecay(initial: initial, steps: steps, alpha: alpha) })
    }
  }
}
