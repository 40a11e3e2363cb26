import Diagnostics

extension Fvcore {
  /// Falls to zero along a power of what is left.
  struct PolynomialDecayParamScheduler: Schedule {
    let base: Double
    let power: Double

    static let kind = Kind(
      "PolynomialDecayParamScheduler", short: "polynomial", .fvcore, "Falls to zero along a power of what is left.",
      formula: "v(w) = base_value·(1 − w)^power, w = t/max_iter",
      differs: "The last update is one step short of zero.",
      source: "fvcore.common.param_scheduler.PolynomialDecayParamScheduler, 0.1.5.post20221221",
      example: #"{"base_value": 0.1, "power": 0.9, "max_iter": 50}"#
    ) {
      Declaration(
        Parameter("base_value", "The first value."), Parameter("power", "The power; 1 is a straight line."),
        and: maxIter
      ) { (maxIter, base, power) throws(Diagnostic) in
        Ruled(Timed(PolynomialDecayParamScheduler(base: base, power: power), maxIter))
      }
    }

    func value(at position: Double) throws(Diagnostic) -> Double { base * (try Python.power(1 - position, power)) }

    var label: String { "poly" }
  }
}
