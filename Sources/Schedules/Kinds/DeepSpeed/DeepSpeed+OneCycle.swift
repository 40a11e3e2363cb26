import Diagnostics

extension DeepSpeed {
  /// Goes up and down once in a triangle, momentum against it, and then decays without end.
  struct OneCycle: Rule {
    private var span: RateRange
    private let triangle: Triangle
    private let decay: (size: Double, rate: Double, momentumRate: Double)
    private let momentum: (isCycled: Bool, low: PerGroup<Double>, high: PerGroup<Double>)
    private var lowMomenta: [Double] = []
    private var highMomenta: [Double] = []

    private init(
      low: PerGroup<Double>, high: PerGroup<Double>, decayRate: Double, decaySize: Double, triangle: Triangle,
      cyclesMomentum: Bool, lowMomentum: PerGroup<Double>, highMomentum: PerGroup<Double>, momentumRate: Double
    ) {
      span = RateRange(low: low, high: high)
      self.triangle = triangle
      decay = (decaySize, decayRate, momentumRate)
      momentum = (cyclesMomentum, lowMomentum, highMomentum)
    }

    static let kind = Kind(
      "OneCycle", short: "onecycle", .deepspeed,
      "One triangle up and down, then an endless decay.",
      formula: """
        lr = min + (max − min)·s, s rising to 1 at t = first and falling to 0 at t = first + second = L, then
        min/(1 + decay_lr_rate·(t − L)/decay_step_size)
        """,
      differs: """
        Straight lines, whereas torch's OneCycleLR goes along cosines, and a decay that never ends. Only betas are cycled: beta2 \
        becomes 0.99, and the first update has cycle_min_mom, where cycle_max_mom is meant.
        """,
      source: "deepspeed.runtime.lr_schedules.OneCycle, 0.19.8; arXiv:1803.09820",
      example: """
        {"cycle_min_lr": 0.01, "cycle_max_lr": 0.1, "cycle_first_step_size": 20, "decay_step_size": 10, "decay_lr_rate": 0.5}
        """
    ) {
      Declaration(
        Parameter("cycle_min_lr", role: .floor, "The rate at both ends of the cycle."),
        Parameter("cycle_max_lr", role: .peak, "The peak."),
        Parameter("decay_lr_rate", default: 0, "How fast the rate decays after the cycle."),
        Parameter("decay_step_size", default: 0, "Steps of one decay after the cycle; 0: none."),
        Parameter("cycle_momentum", default: true, "Whether beta1 moves opposite to the rate, if there are betas."),
        Parameter("cycle_min_mom", default: PerGroup(0.8), "The lowest beta1, at the peak of the rate."),
        Parameter("cycle_max_mom", default: PerGroup(0.9), "The highest beta1."),
        Parameter("decay_mom_rate", default: 0, "How fast beta1 rises after the cycle."),
        and: Triangle.parameters.and(lastBatch) { ($0, $1) }
      ) {
        (
          common: (triangle: Triangle, last: Int), low, high, decayRate, decaySize, cyclesMomentum, lowMomentum,
          highMomentum, momentumRate
        ) throws(Diagnostic) in
        RuleScheduler(
          OneCycle(
            low: low, high: high, decayRate: decayRate, decaySize: decaySize, triangle: common.triangle,
            cyclesMomentum: cyclesMomentum, lowMomentum: lowMomentum, highMomentum: highMomentum,
            momentumRate: momentumRate), lastBatch: common.last)
      }
    }

    mutating func prepare(_ optimizer: inout Optimizer, bases: [Double], isFresh: Bool) throws(Diagnostic) {
      try span.prepare(&optimizer, bases: bases, names: ("cycle_min_lr", "cycle_max_lr"), isFresh: isFresh)
      guard momentum.isCycled, optimizer.usesBetas else { return }
      lowMomenta = try momentum.low.values(for: optimizer, as: "cycle_min_mom")
      highMomenta = try momentum.high.values(for: optimizer, as: "cycle_max_mom")
      guard isFresh else { return }
      for (index, low) in lowMomenta.enumerated() { optimizer.groups[index].betas = Betas(low, 0.99) }
    }

    func write(to group: inout ParamGroup, index: Int, step: Int) throws(Diagnostic) {
      let drivesMomentum = !lowMomenta.isEmpty
      if Double(step) < triangle.size {
        let height = triangle.height(at: Double(step + 1))
        group.lr = span.rate(height, of: index)
        if drivesMomentum {
          let fall = (highMomenta[index] - lowMomenta[index]) * height
          group.betas = Betas(highMomenta[index] - fall, 0.99)
        }
        return
      }
      let passed = decay.size == 0 ? 0 : (Double(step) - triangle.size + 1) / decay.size
      let fall = 1 + decay.rate * passed
      group.lr =
        decay.rate == 0 || decay.size == 0
        ? span.lowest(of: index) : try Python.quotient(span.lowest(of: index), fall, "1 + decay_lr_rate·steps")
      if drivesMomentum {
        let rise = decay.size == 0 || decay.momentumRate == 0 ? 1 : 1 + decay.momentumRate * passed
        group.betas = Betas(highMomenta[index] * rise, 0.99)
      }
    }

    /// Known only when it is attached: an optimizer without betas keeps its momentum.
    var drives: Driven { momentum.isCycled && !lowMomenta.isEmpty ? .momentum : [] }
    var length: Double? { decay.size == 0 || decay.rate == 0 ? triangle.size : 1.5 * triangle.size }
    var phases: [Phase] { triangle.phases }
  }
}
