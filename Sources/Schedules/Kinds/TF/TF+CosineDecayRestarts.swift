import Diagnostics

extension TF {
  /// Keras' `CosineDecayRestarts` by its older name.
  ///
  /// Source: `tf.compat.v1.train.cosine_decay_restarts`; arXiv:1608.03983.
  enum CosineDecayRestarts {
    static let kind = Kind(
      "cosine_decay_restarts", short: "cosine-restarts", .tf,
      "Falls along a half cosine again and again, each cycle longer and lower.",
      formula: "lr = learning_rate·((1 − alpha)·m_mul^i·(1 + cos πp)/2 + alpha), p = part of cycle i that is over",
      differs: """
        The same curve as Keras’ CosineDecayRestarts.
        """,
      source: "`tf.compat.v1.train.cosine_decay_restarts`; arXiv:1608.03983.",
      example: #"{"learning_rate": 0.1, "first_decay_steps": 15, "m_mul": 0.8}"#
    ) {
      Declaration(
        rule: Parameter("learning_rate", "The first rate."),
        Parameter("first_decay_steps", in: .above(0), "Steps of the first cycle."),
        Parameter("t_mul", default: 2, "How many times as long each cycle is as the one before."),
        Parameter("m_mul", default: 1, "How many times as high each cycle is as the one before."),
        Parameter("alpha", default: 0, "The lowest rate as a part of the first."),
        TF.name,
        make: { initial, first, growth, height, alpha, _ in
          Keras.CosineDecayRestarts(initial: initial, first: first, growth: growth, height: height, alpha: alpha)
        })
    }
  }
}
