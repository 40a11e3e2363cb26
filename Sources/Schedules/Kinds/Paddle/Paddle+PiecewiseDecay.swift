import Diagnostics

extension Paddle {
  /// Takes the rates between given boundaries from a list.
  struct PiecewiseDecay: Rule {
    private let boundaries: [Double]
    private let values: [Double]

    private init(boundaries: [Double], values: [Double]) throws(Diagnostic) {
      self.boundaries = boundaries
      self.values = values
      if values.count <= boundaries.count {
        throw Diagnostic(
          .value,
          "“values” must have one element more than “boundaries”, \(boundaries.count + 1) or more, not \(values.count)",
          of: "values")
      }
    }

    static let kind = Kind(
      "PiecewiseDecay", short: "piecewise", .paddle, "Piecewise constant: the rates between boundaries from a list.",
      formula: "lr(t) = values[i], i the first with t < boundaries[i], else the last of values",
      differs: "A boundary already has the next rate, where Keras's PiecewiseConstantDecay still has the one before.",
      source: "paddle.optimizer.lr.PiecewiseDecay, 3.3.1",
      example: #"{"boundaries": [10, 30], "values": [0.1, 0.01, 0.001]}"#
    ) {
      Declaration(
        Parameter<[Double]>("boundaries", role: .milestones, "Steps from which the next rate holds."),
        Parameter<[Double]>("values", "The rates, one more than boundaries."), and: resumption
      ) { (start, boundaries, values) throws(Diagnostic) in
        RuleScheduler(try PiecewiseDecay(boundaries: boundaries, values: values), start)
      }.requiring(.filled("boundaries"))
    }

    func rate(at epoch: Int, base: Double, last: Double) throws(Diagnostic) -> Double {
      let index = boundaries.firstIndex { Double(epoch) < $0 } ?? values.count - 1
      return values[index]
    }

    /// Half as long again as the last boundary, so that the last phase is seen.
    var length: Double? { boundaries.last.map { max(1, (1.5 * $0).rounded(.up)) } }
    var motion: Motion { .jumps }
  }
}
