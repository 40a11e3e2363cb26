import Diagnostics

extension MMEngine {
  /// Multiplies by γ at each milestone.
  struct MultiStep: WindowedRule {
    private var milestones: [Double]
    private var gamma: Double

    init(milestones: [Double], gamma: Double) {
      self.milestones = milestones.sorted()
      self.gamma = gamma
    }

    static let label = "multistep"
    static let kinds = forms(
      of: "MultiStep", short: "multistep", { "Multiplies \($0) by gamma at each milestone, counted from begin." },
      formula: "v(k) = v(k−1)·gammaⁿ, n milestones equal to k, k counted from begin",
      differs:
        "As torch's MultiStepLR, but milestones are counted from begin, and nothing happens outside [begin, end).",
      example: #"{"milestones": [10, 25], "end": 40}"#
    ) { form in
      Declaration(
        Parameter(
          "milestones", role: .milestones, in: .between(-1e9, 1e9), "Steps after begin at which the value drops."),
        Parameter("gamma", role: .factor, default: 0.1, "The factor of each drop."),
        and: form.common
      ) { (target, milestones, gamma) throws(Diagnostic) in
        ParamScheduler(MultiStep(milestones: milestones, gamma: gamma), target)
      }
    }

    mutating func convert(epochLength: Double) { milestones = milestones.map { $0 * epochLength } }

    mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
      try visitor.visit("milestones", &milestones)
      if visitor.isChanging { milestones.sort() }
      try visitor.visit("gamma", &gamma)
    }

    func next(
      _ value: Double, base: Double, step: Int, window: Window, group: ParamGroup
    ) throws(Diagnostic) -> Double {
      let here = Python.bisect(milestones, Double(step)) - Python.bisect(milestones, Double(step).nextDown)
      return here == 0 ? value : value * (try Python.power(gamma, Double(here)))
    }

    /// Half as long again as the last milestone, so that the last phase is seen.
    var length: Double? { milestones.last.map { (1.5 * $0).rounded(.up) } }
    var motion: Motion { .jumps }
  }
}
