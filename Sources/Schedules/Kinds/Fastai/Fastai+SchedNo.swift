import Diagnostics

extension Fastai {
  /// Stays where it starts.
  struct SchedNo: Annealer {
    let start: Double

    static let kind = Kind(
      "SchedNo", short: "no", .fastai, "Stays at start; the end that it takes is not looked at.",
      formula: "lr = start",
      differs: "It gives an absolute rate, and is of use in combine_scheds.",
      source: "fastai.callback.schedule.SchedNo, 2.8.12",
      example: #"{"start": 0.1, "end": 0.1}"#
    ) {
      Declaration(.annealingStart, Parameter<Double>("end", "Not looked at.")) { (start, _) throws(Diagnostic) in
        Annealing(SchedNo(start: start))
      }
    }

    func value(at position: Double) -> Double { start }
  }
}
