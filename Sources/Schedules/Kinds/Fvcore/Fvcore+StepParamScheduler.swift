import Diagnostics

extension Fvcore {
  /// Takes the values of equal stretches from a list.
  struct StepParamScheduler: Schedule {
    let values: [Double]

    static let kind = Kind(
      "StepParamScheduler", short: "step", .fvcore, "Takes the values of equal stretches from a list.",
      formula: "v(w) = values[⌊(w + 10⁻⁶)·length⌋], w = t/max_iter",
      differs: "It is refused from update max_iter on. num_updates is asked for, and used for nothing.",
      source: "fvcore.common.param_scheduler.StepParamScheduler, 0.1.5.post20221221",
      example: #"{"num_updates": 60, "values": [0.1, 0.01, 0.001], "max_iter": 60}"#
    ) {
      Declaration(
        Parameter<Double>("num_updates", in: .above(0), "Asked for, and used for nothing."),
        Parameter<[Double]>("values", "The values of the stretches."), and: maxIter
      ) { (maxIter, _, values) throws(Diagnostic) in
        Ruled(Timed(StepParamScheduler(values: values), maxIter))
      }.requiring(.filled("values"))
    }

    func value(at position: Double) throws(Diagnostic) -> Double {
      let index = ((position + epsilon) * Double(values.count)).rounded(.towardZero)
      guard let index = Int(exactly: index), index < values.count, index >= -values.count else {
        throw Diagnostic(.run, "a step is asked for behind the end of the training", hint: "raise max_iter")
      }
      return values[index < 0 ? values.count + index : index]
    }

    var label: String { "steps" }
    var motion: Motion { .jumps }
    var stretches: [Stretch] {
      values.indices.prefix(Stretches.most).map { (Double($0) / Double(values.count), .jumps, "step \($0 + 1)") }
    }
  }
}
