import Diagnostics

extension Fvcore {
  /// Goes from one value to another in a straight line.
  struct LinearParamScheduler: Schedule {
    let start: Double
    let end: Double

    static let kind = Kind(
      "LinearParamScheduler", short: "linear", .fvcore, "Goes from one value to another in a straight line.",
      formula: "v(w) = end·w + start·(1 − w), w = t/max_iter",
      differs: "The last update is one step short of the end; behind it the line goes on.",
      source: "fvcore.common.param_scheduler.LinearParamScheduler, 0.1.5.post20221221",
      example: #"{"start_value": 0.1, "end_value": 0.001, "max_iter": 50}"#
    ) {
      Declaration(
        Parameter("start_value", "The first value."), Parameter("end_value", "The value behind the last."), and: maxIter
      ) { (maxIter, start, end) throws(Diagnostic) in
        Ruled(Timed(LinearParamScheduler(start: start, end: end), maxIter))
      }
    }

    func value(at position: Double) throws(Diagnostic) -> Double { end * position + start * (1 - position) }

    var label: String { "line" }
  }
}
