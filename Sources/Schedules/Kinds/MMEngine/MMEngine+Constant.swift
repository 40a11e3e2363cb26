import Diagnostics

extension MMEngine {
  /// Multiplies by a factor in the first step of the window, and takes the factor back in its last.
  struct Constant: WindowedRule {
    private var factor: Double
    private var totalIters: Double?

    private init(factor: Double) { self.factor = factor }

    static let label = "constant"
    static let kinds = forms(
      of: "Constant", short: "constant", { "Multiplies \($0) by a factor inside its window." },
      formula: "v(0) = v·factor, v(n−1) = v(n−2)/factor, n = end − begin",
      differs:
        "torch's ConstantLR gives the value back at total_iters; this one a step before end, and never if n is 1.",
      example: #"{"factor": 0.1, "end": 5}"#
    ) { form in
      Declaration(
        Parameter("factor", default: 1.0 / 3, in: .between(0, 1), "The factor inside the window."), and: form.common
      ) { (target, factor) throws(Diagnostic) in ParamScheduler(Constant(factor: factor), target) }
    }

    mutating func bind(to window: Window) { totalIters = totalIters ?? window.length - 1 }

    mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
      try visitor.visit("factor", &factor)
      try visitor.visit("total_iters", &totalIters)
    }

    func next(
      _ value: Double, base: Double, step: Int, window: Window, group: ParamGroup
    ) throws(Diagnostic) -> Double {
      if step == 0 { return value * factor }
      return Double(step) == totalIters ?? window.length - 1
        ? value * (try Python.quotient(1, factor, "factor")) : value
    }

    var motion: Motion { .jumps }
  }
}
