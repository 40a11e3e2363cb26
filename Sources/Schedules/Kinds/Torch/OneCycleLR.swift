import Diagnostics

/// Rises to a peak and falls far below the start, in two phases or three, with momentum against it.
///
/// Between phase ends E₁ = p·N − 1, (E₂ = 2p·N − 2,) E = N − 1, none rounded, the rate goes along a half cosine or a line:
/// initial = max/div → max (→ initial) → min = initial/final_div. Step N is allowed and swings back; N + 1 is not.
/// Source: `torch.optim.lr_scheduler.OneCycleLR`; Smith & Topin 2018, arXiv:1708.07120.
struct OneCycleLR: Clocked {
  private let maxLR: PerGroup<Double>
  private var totalSteps: Int
  private var phasing: OneCyclePhases
  /// The steps that the phases were made for.
  private var phasedSteps: Int
  private let divFactor: Double
  private let finalDivFactor: Double
  private var momentum: (isCycled: Bool, base: PerGroup<Double>, max: PerGroup<Double>)
  var clock = Clock()

  private init(
    maxLR: PerGroup<Double>, totalSteps: Int?, epochs: Int?, stepsPerEpoch: Int?, pctStart: PythonFloat,
    strategy: AnnealingStrategy, cyclesMomentum: Bool, baseMomentum: PerGroup<Double>,
    maxMomentum: PerGroup<Double>,
    divFactor: Double, finalDivFactor: Double, isThreePhase: Bool
  ) throws(Diagnostic) {
    self.maxLR = maxLR
    self.totalSteps = try OneCycleLR.total(totalSteps, epochs, stepsPerEpoch)
    phasedSteps = self.totalSteps
    phasing = OneCyclePhases(start: pctStart.value, strategy: strategy, isThreePhase: isThreePhase)
    self.divFactor = divFactor
    self.finalDivFactor = finalDivFactor
    momentum = (cyclesMomentum, baseMomentum, maxMomentum)
  }

  static let kind = Kind(
    "OneCycleLR", short: "onecycle", .torch,
    "One cycle: rises to max_lr, then falls far below the initial rate.",
    formula: "max_lr/div_factor → max_lr until t = pct_start·N − 1 → max_lr/(div_factor·final_div_factor) at t = N − 1",
    differs: """
      The end is relative to the first rate; fastai has it relative to the peak and Paddle absolute. Step N swings \
      back up, step N + 1 is refused.
      """,
    source: "torch.optim.lr_scheduler.OneCycleLR, 2.15; arXiv:1708.07120",
    example: #"{"max_lr": 0.1, "total_steps": 90}"#
  ) {
    Declaration(
      clocked: Parameter("max_lr", role: .peak, "The peak."),
      Parameter("total_steps", role: .length, default: nil, in: .atLeast(1), "Steps of the whole cycle."),
      Parameter("epochs", role: .epochs, default: nil, "With steps_per_epoch, another way to give the total."),
      Parameter("steps_per_epoch", role: .stepsPerEpoch, default: nil, "With epochs, another way to give the total."),
      Parameter(
        "pct_start", default: PythonFloat(value: 0.3), in: .between(0, 1), "The fraction of the cycle that rises."),
      Parameter("anneal_strategy", default: AnnealingStrategy.cos, "Cosine or linear annealing."),
      Parameter("cycle_momentum", default: true, "Whether momentum, or beta1, moves opposite to the rate."),
      Parameter("base_momentum", default: PerGroup(0.85), "The lowest momentum, at the peak of the rate."),
      Parameter("max_momentum", default: PerGroup(0.95), "The highest momentum, at both ends."),
      Parameter("div_factor", default: 25, "The first rate is max_lr / div_factor."),
      Parameter("final_div_factor", default: 1e4, "The last rate is the first one / final_div_factor."),
      Parameter("three_phase", default: false, "Whether the rate returns to the first one before it falls below it."),
      make: OneCycleLR.init
    ).requiring(.anyOf([["total_steps"], ["epochs", "steps_per_epoch"]]))
  }

  private static func total(_ totalSteps: Int?, _ epochs: Int?, _ stepsPerEpoch: Int?) throws(Diagnostic) -> Int {
    if let totalSteps { return totalSteps }
    guard let epochs, let stepsPerEpoch else { throw .reported }
    let (total, overflow) = epochs.multipliedReportingOverflow(by: stepsPerEpoch)
    guard epochs > 0, stepsPerEpoch > 0, !overflow, total <= 1_000_000_000_000_000 else {
      throw Diagnostic(
        .value, "“epochs” and “steps_per_epoch” must be positive, and their product at most 10¹⁵",
        of: epochs > 0 ? "steps_per_epoch" : "epochs")
    }
    return total
  }

  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
    let peaks = try maxLR.values(for: optimizer, as: "max_lr")
    let isFresh = clock.resumesAfter == -1
    if isFresh {
      for index in optimizer.groups.indices {
        let initial = try Python.quotient(peaks[index], divFactor, of: "div_factor", code: .value)
        optimizer.groups[index].initialLR = initial
        optimizer.groups[index][.maxLR] = peaks[index]
        optimizer.groups[index][.minLR] = try Python.quotient(
          initial, finalDivFactor, of: "final_div_factor", code: .value)
      }
    }
    guard momentum.isCycled else { return }
    try optimizer.requireMomentum(for: "cycle_momentum")
    let highest = try momentum.max.values(for: optimizer, as: "max_momentum")
    let lowest = try momentum.base.values(for: optimizer, as: "base_momentum")
    if isFresh { optimizer.setMomentumRange(base: lowest, max: highest) }
  }

  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
    try clock.visitState(&visitor, isClosed: false)
    try visitor.visit("total_steps", &totalSteps)
    var phases = (phasing.start, phasing.isThreePhase, phasedSteps)
    try visitor.visit("_schedule_phases", &phases)
    (phasing.start, phasing.isThreePhase, phasedSteps) = phases
    try visitor.visit("_anneal_func_type", &phasing.strategy)
    try visitor.visit("cycle_momentum", &momentum.isCycled)
  }

  func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
    guard clock.epoch <= totalSteps else {
      throw Diagnostic(
        .run, "stepped \(clock.epoch) times, but total_steps is \(totalSteps)",
        hint: "shorten the run, or lengthen the schedule")
    }
    let place = try phasing.place(of: Double(clock.epoch), in: Double(phasedSteps))
    for index in clock.bases.indices {
      try write(place, to: &optimizer.groups[index])
    }
  }

  private func write(_ place: OneCyclePhases.Place, to group: inout ParamGroup) throws(Diagnostic) {
    group.lr = try place.value(initial: group.initialLR, max: group[.maxLR], min: group[.minLR])
    guard momentum.isCycled else { return }
    let (high, low) = (group[.maxMomentum], group[.baseMomentum])
    group.drive(momentum: try place.value(initial: high, max: low, min: high))
  }

  var drives: Driven { momentum.isCycled ? .momentum : [] }
  var length: Double? { Double(totalSteps) }

  var overwrites: Bool { true }
}
