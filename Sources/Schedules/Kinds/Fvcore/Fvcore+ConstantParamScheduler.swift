import Diagnostics

extension Fvcore {
  /// Has one value all along.
  struct ConstantParamScheduler: Schedule {
    let value: Double

    static let kind = Kind(
      "ConstantParamScheduler", short: "constant", .fvcore, "Has one value all along.",
      formula: "v(w) = value, w = t/max_iter < 1",
      differs: "It is refused from update max_iter on.",
      source: "fvcore.common.param_scheduler.ConstantParamScheduler, 0.1.5.post20221221",
      example: #"{"value": 0.1, "max_iter": 50}"#
    ) {
      Declaration(Parameter("value", "The value."), and: maxIter) { (maxIter, value) throws(Diagnostic) in
        Ruled(Timed(ConstantParamScheduler(value: value), maxIter))
      }
    }

    func value(at position: Double) throws(Diagnostic) -> Double {
      if position >= 1 {
        throw Diagnostic(.run, "a constant is asked for behind the end of the training", hint: "raise max_iter")
      }
      return value
    }

    var label: String { "constant" }
    var motion: Motion { .jumps }
  }
}
