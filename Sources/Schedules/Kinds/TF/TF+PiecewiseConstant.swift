import Diagnostics

extension TF {
  /// Keras' `PiecewiseConstantDecay` by its older name; boundaries must be whole, and must not decrease.
  ///
  /// Source: `tf.compat.v1.train.piecewise_constant`.
  enum PiecewiseConstant {
    static let kind = Kind(
      "piecewise_constant", short: "piecewise-constant", .tf,
      "Gives one rate up to each boundary, and another after it.",
      formula: "lr(t) = values[i], i = how many boundaries are < t",
      differs: """
        The same curve as Keras’ PiecewiseConstantDecay: the step at a boundary still has the rate before it.
        """,
      source: "`tf.compat.v1.train.piecewise_constant`.",
      example: #"{"boundaries": [30, 60], "values": [0.1, 0.01, 0.001]}"#
    ) {
      Declaration(
        rule: Parameter<[Int]>(
          "boundaries", "The last step of each value but the last; none smaller than the one before."),
        Parameter("values", "The rates: one more than boundaries."),
        TF.name,
        make: { (boundaries, values: [Double], _) throws(Diagnostic) in
          guard zip(boundaries, boundaries.dropFirst()).allSatisfy(<=) else {
            throw Diagnostic(.value, "“boundaries” must not decrease", of: "boundaries")
          }
          return try Keras.PiecewiseConstantDecay(boundaries: boundaries.map(Double.init), values: values)
        })
    }
  }
}
