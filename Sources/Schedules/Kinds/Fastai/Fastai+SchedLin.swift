import Diagnostics

extension Fastai {
  /// Goes from one rate to another in a straight line.
  struct SchedLin: Annealer {
    let start: Double
    let end: Double

    static let kind = Kind(
      "SchedLin", short: "lin", .fastai, "Goes from start to end in a straight line over the training.",
      formula: "lr = start + p·(end − start), p = t/N",
      differs:
        "It gives an absolute rate over the whole run of N batches; end is never reached, the last batch is at p = (N − 1)/N.",
      source: "fastai.callback.schedule.SchedLin, 2.8.12",
      example: #"{"start": 0.1, "end": 0.001}"#
    ) {
      Declaration(.annealingStart, .annealingEnd) { (start, end) throws(Diagnostic) in
        Annealing(SchedLin(start: start, end: end))
      }
    }

    func value(at position: Double) -> Double { start + position * (end - start) }
  }
}
