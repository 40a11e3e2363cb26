import Diagnostics
import Text

extension MMEngine {
  /// Falls along half a cosine wave from the base value towards a floor, and climbs back after T_max.
  struct CosineAnnealing: WindowedRule {
    private var tMax: Double?
    private var floor: Floor

    static let label = "cosine"
    static let kinds = forms(
      of: "CosineAnnealing", short: "cosine", { "Lets \($0) fall along a half cosine towards eta_min." },
      formula: "v(k) = (1 + cos πk/T)/(1 + cos π(k−1)/T)·(v(k−1) − eta_min) + eta_min, T = T_max or end − begin",
      differs: "torch's recursion, but T is the window's length unless given: the last step, end − 1, is one short of "
        + "eta_min, and its value is held.",
      example: #"{"T_max": 50, "eta_min": 0.001}"#
    ) { form in
      Declaration(
        Parameter<Double?>(
          "T_max", role: .length, default: nil, in: .between(-1e9, 1e9), "Steps to eta_min; null or 0: end − begin."),
        Floor.etaMin, Floor.ratio, and: form.common
      ) { (target, tMax, etaMin, ratio) throws(Diagnostic) in
        let floor = etaMin == nil && ratio == nil ? Floor(0) : try Floor(etaMin, ratio)
        return ParamScheduler(CosineAnnealing(tMax: tMax == 0 ? nil : tMax, floor: floor), target)
      }.requiring(Floor.isSingle)
    }

    mutating func convert(epochLength: Double) { tMax = tMax.map { $0 * epochLength } }

    mutating func bind(to window: Window) { tMax = tMax ?? window.length }

    mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
      try visitor.visit("T_max", &tMax)
      try floor.visitState(&visitor)
    }

    func next(
      _ value: Double, base: Double, step: Int, window: Window, group: ParamGroup
    ) throws(Diagnostic) -> Double {
      if step == 0 { return value }
      let (tMax, step, low) = (tMax ?? window.length, Double(step), try floor.value(of: base))
      if try Python.remainder(step - 1 - tMax, 2 * tMax) == 0 {
        return value + (base - low) * (1 - Libm.cos(.pi / tMax)) / 2
      }
      let before = 1 + Libm.cos(.pi * (step - 1) / tMax)
      let ratio = try Python.quotient(1 + Libm.cos(.pi * step / tMax), before, "1 + cos at the step before")
      return ratio * (value - low) + low
    }

    var length: Double? { tMax }
  }
}
