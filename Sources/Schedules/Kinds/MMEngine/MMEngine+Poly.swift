import Diagnostics

extension MMEngine {
  /// Falls to a floor along a power of what is left of the window.
  struct Poly: WindowedRule {
    private var floor: Floor
    private var power: Double
    private var totalIters: Double?

    private init(etaMin: Double, power: Double) {
      floor = Floor(etaMin)
      self.power = power
    }

    static let label = "poly"
    static let kinds = forms(
      of: "Poly", short: "poly", { "Lets \($0) fall to eta_min along a power of what is left of its window." },
      formula: "v(k) = (v(k−1) − eta_min)·(1 − 1/(N−k+1))^power + eta_min, N = end − begin − 1",
      differs:
        "torch's PolynomialLR falls to 0 at total_iters; this one to eta_min at the last step of its window, end − 1.",
      example: #"{"power": 0.9, "eta_min": 0.001, "end": 50}"#
    ) { form in
      Declaration(
        Parameter("eta_min", role: .floor, default: 0, "The lowest value."),
        Parameter("power", default: 1, "The power; 1 is linear."),
        and: form.common
      ) { (target, etaMin, power) throws(Diagnostic) in ParamScheduler(Poly(etaMin: etaMin, power: power), target) }
    }

    mutating func bind(to window: Window) { totalIters = totalIters ?? window.length - 1 }

    mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
      try floor.visitState(&visitor, hasRatio: false)
      try visitor.visit("power", &power)
      try visitor.visit("total_iters", &totalIters)
    }

    func next(
      _ value: Double, base: Double, step: Int, window: Window, group: ParamGroup
    ) throws(Diagnostic) -> Double {
      if step == 0 { return value }
      let left = (totalIters ?? window.length - 1) - Double(step) + 1
      let low = try floor.value(of: base)
      let fraction = 1 - (try Python.quotient(1, left, "what is left of the window"))
      return (value - low) * (try Python.power(fraction, power)) + low
    }
  }
}
