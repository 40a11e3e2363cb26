import Diagnostics

extension Fvcore {
  /// Decays exponentially to a part of its first value.
  struct ExponentialParamScheduler: Schedule {
    let start: Double
    let decay: Double

    static let kind = Kind(
      "ExponentialParamScheduler", short: "exponential", .fvcore, "Decays exponentially to a part of its first value.",
      formula: "v(w) = start·decay^w, w = t/max_iter",
      differs: "decay is the factor of the whole training, where torch's gamma is that of a step.",
      source: "fvcore.common.param_scheduler.ExponentialParamScheduler, 0.1.5.post20221221",
      example: #"{"start_value": 0.1, "decay": 0.02, "max_iter": 50}"#
    ) {
      Declaration(
        Parameter("start_value", "The first value."), Parameter("decay", "What part of it is left in the end."),
        and: maxIter
      ) { (maxIter, start, decay) throws(Diagnostic) in
        Ruled(Timed(ExponentialParamScheduler(start: start, decay: decay), maxIter))
      }
    }

    func value(at position: Double) throws(Diagnostic) -> Double { start * (try Python.power(decay, position)) }

    var label: String { "decay" }
  }
}
