import Diagnostics
import Text

extension Fastai {
  /// Goes from one rate to another along half a cosine.
  struct SchedCos: Annealer {
    let start: Double
    let end: Double

    static let kind = Kind(
      "SchedCos", short: "cos", .fastai, "Goes from start to end along half a cosine over the training.",
      formula: "lr = start + (1 + cos π(1 − p))·(end − start)/2, p = t/N",
      differs:
        "It gives an absolute rate over the whole run of N batches, up or down; end is never reached, and it does not climb back.",
      source: "fastai.callback.schedule.SchedCos, 2.8.12",
      example: #"{"start": 0.1, "end": 0.001}"#
    ) {
      Declaration(.annealingStart, .annealingEnd) { (start, end) throws(Diagnostic) in
        Annealing(SchedCos(start: start, end: end))
      }
    }

    func value(at position: Double) -> Double { start + (1 + Libm.cos(.pi * (1 - position))) * (end - start) / 2 }
  }
}
