import Diagnostics

extension Keras {
  /// Gives one rate up to each boundary, and another after it.
  ///
  /// The first value while t ≤ b₀, the i-th while bᵢ₋₁ < t ≤ bᵢ, the last while t is greater than the last boundary; where
  /// boundaries are out of order, their sum, or 0. Boundaries lose their fractions, as they take the step's type.
  /// Source: `keras.optimizers.schedules.PiecewiseConstantDecay`, 3.15.
  struct PiecewiseConstantDecay: AbsoluteRule {
    let boundaries: [Double]
    let values: [Double]

    init(boundaries: [Double], values: [Double]) throws(Diagnostic) {
      guard boundaries.count == values.count - 1 else {
        throw Diagnostic(
          .value,
          "\(values.count) values need \(values.count - 1) boundaries, one between each two, not \(boundaries.count)",
          of: "boundaries")
      }
      guard !boundaries.isEmpty else { throw .told }
      self.boundaries = boundaries.map { $0.rounded(.towardZero) }
      self.values = values
    }

    static let kind = Kind(
      "PiecewiseConstantDecay", short: "piecewise-constant", .keras,
      "Gives one rate up to each boundary, and another after it.",
      formula: "lr(t) = values[i], i = how many boundaries are < t",
      differs: """
        The step at a boundary still has the rate before it: a drop comes one step later than in torch’s MultiStepLR and \
        optax’s piecewise_constant_schedule. Values are rates, not factors.
        """,
      source: "`keras.optimizers.schedules.PiecewiseConstantDecay`, 3.15.",
      example: #"{"boundaries": [30, 60], "values": [0.1, 0.01, 0.001]}"#
    ) {
      Declaration(
        rule: Parameter("boundaries", "The last step of each value but the last."),
        Parameter("values", "The rates: one more than boundaries."),
        Keras.name("PiecewiseConstant"),
        make: { (boundaries, values, _) throws(Diagnostic) in
          try PiecewiseConstantDecay(boundaries: boundaries, values: values)
        }
      ).requiring(.filled("boundaries"))
    }

    func value(at count: Double) -> Double {
      var sum = 0.0
      if count <= boundaries[0] { sum += values[0] }
      if count > boundaries[boundaries.count - 1] { sum += values[values.count - 1] }
      for index in boundaries.indices.dropFirst() where count > boundaries[index - 1] && count <= boundaries[index] {
        sum += values[index]
      }
      return sum
    }

    /// Half as long again as the last boundary, so that the last stretch is seen.
    var length: Double? { boundaries.max().map { max(1, (1.5 * $0).rounded(.up)) } }
    var motion: Motion { .jumps }
  }
}
