import Diagnostics

extension Fastai {
  /// Goes from one rate to another along a power of the position.
  struct SchedPoly: Annealer {
    let start: Double
    let end: Double
    let power: Double

    static let kind = Kind(
      "SchedPoly", short: "poly", .fastai, "Goes from start to end along a power of what is over.",
      formula: "lr = start + (end − start)·p^power, p = t/N",
      differs: """
        The power is of what is over, where torch's PolynomialLR has what is left: with 2 it leaves start slowly and comes to \
        end fast. end is never reached.
        """,
      source: "fastai.callback.schedule.SchedPoly, 2.8.12",
      example: #"{"start": 0.1, "end": 0.001, "power": 2}"#
    ) {
      Declaration(.annealingStart, .annealingEnd, Parameter<Double>("power", "The power; 1 is a straight line.")) {
        (start, end, power) throws(Diagnostic) in
        if power < 0 { throw Diagnostic(.value, "“power” must be at least 0: position 0 has no inverse", of: "power") }
        return Annealing(SchedPoly(start: start, end: end, power: power))
      }
    }

    func value(at position: Double) throws(Diagnostic) -> Double {
      start + (end - start) * (try Python.power(position, power))
    }
  }
}
