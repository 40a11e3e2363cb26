import Diagnostics

extension MMEngine {
  /// Moves a factor linearly from its start to its end, over the window.
  struct Linear: WindowedRule {
    private var start: Double
    private var end: Double
    private var totalIters: Double?

    private init(start: Double, end: Double) {
      self.start = start
      self.end = end
    }

    static let label = "linear"
    static let kinds = forms(
      of: "Linear", short: "linear", { "Moves a factor on \($0) linearly from start_factor to end_factor." },
      formula: "v(0) = v·s, v(k) = v(k−1)·(1 + (e−s)/(N·s + (k−1)·(e−s))), N = end − begin − 1",
      differs: "torch's LinearLR takes total_iters steps; this one ends with the last step of its window, end − 1.",
      example: #"{"start_factor": 0.1, "end": 10}"#
    ) { form in
      Declaration(
        Parameter("start_factor", default: 1.0 / 3, in: .between(0, 1), "The factor at begin."),
        Parameter("end_factor", default: 1, in: .between(0, 1), "The factor at the last step of the window."),
        and: form.common
      ) { (target, start, end) throws(Diagnostic) in ParamScheduler(Linear(start: start, end: end), target) }
    }

    mutating func bind(to window: Window) { totalIters = totalIters ?? window.length - 1 }

    mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
      try visitor.visit("start_factor", &start)
      try visitor.visit("end_factor", &end)
      try visitor.visit("total_iters", &totalIters)
    }

    func next(
      _ value: Double, base: Double, step: Int, window: Window, group: ParamGroup
    ) throws(Diagnostic) -> Double {
      if step == 0 { return value * start }
      let before = (totalIters ?? window.length - 1) * start + Double(step - 1) * (end - start)
      return value * (1 + (try Python.quotient(end - start, before, "the factor before")))
    }
  }
}
