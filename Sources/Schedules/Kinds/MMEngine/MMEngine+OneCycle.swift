import Diagnostics

extension MMEngine {
  /// Rises to a peak and falls far below the start, in two phases or three.
  struct OneCycle: WindowedRule {
    private let etaMax: PerGroup<Double>
    private var totalSteps: Int?
    private var phases: OneCyclePhases
    private let divFactor: Double
    private let finalDivFactor: Double

    static let label = "onecycle"
    static let kinds = forms(
      of: "OneCycle", short: "onecycle", in: [.lr, .named],
      { "Lets \($0) rise to eta_max and fall far below the start, once." },
      formula: "phases end at E₁ = pct_start·N − 1, (E₂ = 2·pct_start·N − 2,) N − 1; N = total_steps or end − begin",
      differs: "As torch's OneCycleLR, but without momentum, inside a window, and for the rate only.",
      example: #"{"eta_max": 0.1, "total_steps": 50}"#
    ) { form in
      Declaration(
        Parameter("eta_max", role: .peak, default: PerGroup(0), "The peak."),
        Parameter<Int?>(
          "total_steps", role: .length, default: nil, in: .between(1, 1e9), "Steps of the cycle; null: end − begin."),
        Parameter(
          "pct_start", default: PythonFloat(value: 0.3), in: .between(0, 1), "The fraction of the cycle that rises."),
        Parameter("anneal_strategy", default: AnnealingStrategy.cos, "Cosine or linear annealing."),
        Parameter("div_factor", default: 25, "The first rate is eta_max / div_factor."),
        Parameter("final_div_factor", default: 1e4, "The last rate is the first one / final_div_factor."),
        Parameter("three_phase", default: false, "Whether the rate returns to the first one before it falls below it."),
        and: form.common
      ) { (target, etaMax, total, start, strategy, divFactor, finalDivFactor, isThreePhase) throws(Diagnostic) in
        if target.quantity != .lr {
          throw Diagnostic(.value, "OneCycle changes the rate only, not \(target.quantity.words)", of: "param_name")
        }
        let phases = OneCyclePhases(start: start.value, strategy: strategy, isThreePhase: isThreePhase)
        return ParamScheduler(
          OneCycle(
            etaMax: etaMax, totalSteps: total, phases: phases, divFactor: divFactor, finalDivFactor: finalDivFactor),
          target)
      }
    }

    mutating func convert(epochLength: Double) {
      totalSteps = totalSteps.flatMap { Int(exactly: Double($0) * epochLength) }
    }

    func prepare(_ optimizer: inout Optimizer, window: Window) throws(Diagnostic) {
      let peaks = try etaMax.values(for: optimizer, as: "eta_max")
      guard window.lastStep == -1 else { return }
      for index in optimizer.groups.indices {
        let initial = try Python.quotient(peaks[index], divFactor, "div_factor", code: .value)
        optimizer.groups[index].initialLR = initial
        optimizer.groups[index][.maxLR] = peaks[index]
        optimizer.groups[index][.minLR] = try Python.quotient(initial, finalDivFactor, "final_div_factor", code: .value)
      }
    }

    mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
      try visitor.visit("total_steps", &totalSteps)
      var phasing = (phases.start, phases.isThreePhase)
      try visitor.visit("_schedule_phases", &phasing)
      (phases.start, phases.isThreePhase) = phasing
      try visitor.visit("_anneal_func_type", &phases.strategy)
    }

    func next(
      _ value: Double, base: Double, step: Int, window: Window, group: ParamGroup
    ) throws(Diagnostic) -> Double {
      let total = totalSteps.map(Double.init) ?? window.length
      guard Double(step) <= total else {
        throw Diagnostic(
          .run, "stepped \(step) times, but total_steps is \(Shown.number(total))",
          hint: "shorten the run, or lengthen the schedule")
      }
      return try phases.place(of: Double(step), in: total).value(
        initial: group.initialLR, max: group[.maxLR], min: group[.minLR])
    }

    var length: Double? { totalSteps.map(Double.init) }
  }
}
