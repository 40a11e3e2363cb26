import Diagnostics
import Text

extension Fvcore {
  /// Goes from one value to another along half a cosine.
  struct CosineParamScheduler: Schedule {
    let start: Double
    let end: Double

    static let kind = Kind(
      "CosineParamScheduler", short: "cosine", .fvcore, "Goes from one value to another along a half cosine.",
      formula: "v(w) = end + (start − end)·(1 + cos πw)/2, w = t/max_iter",
      differs: "The last update is one step short of the end; behind it the value comes back.",
      source: "fvcore.common.param_scheduler.CosineParamScheduler, 0.1.5.post20221221",
      example: #"{"start_value": 0.1, "end_value": 0.0001, "max_iter": 50}"#
    ) {
      Declaration(
        Parameter("start_value", "The first value."), Parameter("end_value", "The value behind the last."), and: maxIter
      ) { (maxIter, start, end) throws(Diagnostic) in
        Ruled(Timed(CosineParamScheduler(start: start, end: end), maxIter))
      }
    }

    func value(at position: Double) throws(Diagnostic) -> Double {
      end + 0.5 * (start - end) * (1 + Libm.cos(.pi * position))
    }

    var label: String { "cosine" }
  }
}
