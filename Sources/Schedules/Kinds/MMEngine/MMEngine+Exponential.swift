import Diagnostics

extension MMEngine {
  /// Multiplies by γ in every step of the window but the first.
  struct Exponential: WindowedRule {
    private var gamma: Double

    static let label = "exponential"
    static let kinds = forms(
      of: "Exponential", short: "exponential", { "Multiplies \($0) by gamma in every step of its window." },
      formula: "v(k) = v(k−1)·gamma, k > 0 counted from begin",
      differs: "As torch's ExponentialLR, but held outside [begin, end).",
      example: #"{"gamma": 0.95}"#
    ) { form in
      Declaration(Parameter("gamma", role: .factor, "The factor of each step."), and: form.common) {
        (target, gamma) throws(Diagnostic) in ParamScheduler(Exponential(gamma: gamma), target)
      }
    }

    mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
      try visitor.visit("gamma", &gamma)
    }

    func next(
      _ value: Double, base: Double, step: Int, window: Window, group: ParamGroup
    ) throws(Diagnostic) -> Double {
      step == 0 ? value : value * gamma
    }
  }
}
