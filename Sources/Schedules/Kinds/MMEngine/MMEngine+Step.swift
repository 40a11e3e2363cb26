import Diagnostics

extension MMEngine {
  /// Multiplies by γ every `step_size` steps of the window.
  struct Step: WindowedRule {
    private var stepSize: Double
    private var gamma: Double

    static let label = "step"
    static let kinds = forms(
      of: "Step", short: "step", { "Multiplies \($0) by gamma every step_size steps of its window." },
      formula: "v(k) = v(k−1)·gamma where step_size divides k > 0, k counted from begin",
      differs: "As torch's StepLR, but counted from begin, and held outside [begin, end).",
      example: #"{"step_size": 10}"#
    ) { form in
      Declaration(
        Parameter("step_size", role: .period, in: .between(-1e9, 1e9), "Steps between drops."),
        Parameter("gamma", role: .factor, default: 0.1, "The factor of each drop."),
        and: form.common
      ) { (target, stepSize, gamma) throws(Diagnostic) in
        ParamScheduler(Step(stepSize: stepSize, gamma: gamma), target)
      }
    }

    mutating func convert(epochLength: Double) { stepSize *= epochLength }

    mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
      try visitor.visit("step_size", &stepSize)
      try visitor.visit("gamma", &gamma)
    }

    func next(
      _ value: Double, base: Double, step: Int, window: Window, group: ParamGroup
    ) throws(Diagnostic) -> Double {
      if step == 0 { return value }
      return try Python.remainder(Double(step), stepSize) == 0 ? value * gamma : value
    }

    var motion: Motion { .jumps }
  }
}
