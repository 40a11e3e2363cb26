import Diagnostics

extension Fastai {
  /// Goes from one rate to another by equal factors.
  struct SchedExp: Annealer {
    let start: Double
    let end: Double

    static let kind = Kind(
      "SchedExp", short: "exp", .fastai, "Goes from start to end by equal factors: a line on a log axis.",
      formula: "lr = start·(end/start)ᵖ, p = t/N",
      differs:
        "Both ends are given in place of a factor per step; end is never reached, the last batch is at p = (N − 1)/N.",
      source: "fastai.callback.schedule.SchedExp, 2.8.12",
      example: #"{"start": 0.1, "end": 0.001}"#
    ) {
      Declaration(.annealingStart, .annealingEnd) { (start, end) throws(Diagnostic) in
        if start == 0 { throw Diagnostic(.value, "“start” must not be 0: no factor leads away from it", of: "start") }
        return Annealing(SchedExp(start: start, end: end))
      }
    }

    func value(at position: Double) throws(Diagnostic) -> Double { start * (try Python.power(end / start, position)) }
  }
}
