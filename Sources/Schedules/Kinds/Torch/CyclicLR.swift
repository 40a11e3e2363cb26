import Diagnostics

/// Goes up and down between two rates in triangles, and momentum against it.
///
/// c = ⌊1 + t/L⌋, x = 1 + t/L − c, s = x/r up to the peak at r, then (x−1)/(r−1); lr = base + (max − base)·s·S, where
/// S is 1, 1/2^(c−1), γᵗ or the given function. Source: `torch.optim.lr_scheduler.CyclicLR`; Smith 2017, arXiv:1506.01186.
struct CyclicLR: Clocked {
  private let baseLR: PerGroup<Double>
  private let maxLR: PerGroup<Double>
  private var period: Double
  private var peak: Double
  private var mode: String
  private var gamma: Double
  private let scaleFunction: Expression?
  private var scaleMode: String
  private var scale = Scale.same
  /// Whether the scale is a function of the cycle, and not of the step.
  private var isOfCycle = true
  private var momentum: (isCycled: Bool, base: PerGroup<Double>, max: PerGroup<Double>)
  var clock = Clock()
  // Of each group, taken from the parameters when the scheduler is attached.
  private var baseLRs: [Double] = []
  private var maxLRs: [Double] = []
  private var baseMomentums: [Double] = []
  private var maxMomentums: [Double] = []

  /// How the height of the triangles changes.
  private enum Scale: Sendable {
    case same
    case halvedEachCycle
    case power(Double)
    case function(Expression)
  }

  init(
    baseLR: PerGroup<Double>, maxLR: PerGroup<Double>, stepSizeUp: Double, stepSizeDown: Double?, mode: String,
    gamma: Double, scaleFunction: Expression?, scaleMode: String, cyclesMomentum: Bool,
    baseMomentum: PerGroup<Double>, maxMomentum: PerGroup<Double>
  ) throws(Diagnostic) {
    self.baseLR = baseLR
    self.maxLR = maxLR
    period = stepSizeUp + (stepSizeDown ?? stepSizeUp)
    peak =
      stepSizeUp == 0
      ? try Python.quotient(stepSizeUp, period, of: "step_size_up", code: .value)
      : try Python.quotient(stepSizeUp, period, "step_size_up + step_size_down", code: .value)
    self.mode = mode
    self.gamma = gamma
    self.scaleFunction = scaleFunction
    self.scaleMode = scaleMode
    momentum = (cyclesMomentum, baseMomentum, maxMomentum)
    guard takeScale() else { throw .reported }
  }

  /// Makes the scale of the mode; `false` where there is no such mode, which does not matter where a function is given.
  private mutating func takeScale() -> Bool {
    // torch compares with "cycle" and takes every other word for iterations.
    defer { isOfCycle = scaleMode == "cycle" }
    if let scaleFunction {
      scale = .function(scaleFunction)
      return true
    }
    switch mode {
    case "triangular": (scale, scaleMode) = (.same, "cycle")
    case "triangular2": (scale, scaleMode) = (.halvedEachCycle, "cycle")
    case "exp_range": (scale, scaleMode) = (.power(gamma), "iterations")
    default: return false
    }
    return true
  }

  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
    try clock.visitState(&visitor, isClosed: true)
    try visitor.visit(perGroup: "max_lrs", &maxLRs)
    try visitor.visit("total_size", &period)
    try visitor.visit("step_ratio", &peak)
    try visitor.visit("mode", &mode)
    try visitor.visit("gamma", &gamma)
    var function = scaleFunction
    try visitor.visit("_scale_fn_custom", &function, as: .functions, isRequired: true)
    try visitor.visit("scale_mode", &scaleMode)
    try visitor.visit("cycle_momentum", &momentum.isCycled)
    if momentum.isCycled {
      try visitor.visit(perGroup: "base_momentums", &baseMomentums)
      try visitor.visit(perGroup: "max_momentums", &maxMomentums)
    }
    isOfCycle = scaleMode == "cycle"
    // Only loading makes the scale anew; where the mode was a function’s, and there is none, it stays what it was.
    if visitor.isLoading { _ = takeScale() }
  }

  static let kind = Kind(
    "CyclicLR", short: "cyclic", .torch,
    "Cycles between two rates in triangles.",
    formula: """
      lr(t) = base_lr + (max_lr − base_lr)·h(t)·S, h a triangle between 0 and 1,
      S = 1 (triangular), 1/2^(cycle−1) (triangular2) or gamma^t (exp_range)
      """,
    differs:
      "base_lr and max_lr are absolute, the optimizer’s rate is ignored, and momentum moves opposite to the rate.",
    source: "torch.optim.lr_scheduler.CyclicLR, 2.15; arXiv:1506.01186",
    example: #"{"base_lr": 0.001, "max_lr": 0.1, "step_size_up": 10}"#
  ) {
    Declaration(
      clocked: Parameter("base_lr", role: .floor, "The lowest rate."),
      Parameter("max_lr", role: .peak, "The highest rate of the first cycle."),
      Parameter("step_size_up", role: .cycle, default: 2000, "Steps up to the peak."),
      Parameter("step_size_down", default: nil, "Steps down from it. Default: as many as up."),
      Parameter("mode", default: "triangular", "triangular, triangular2 or exp_range."),
      Parameter("gamma", default: 1, "The base of exp_range: the height shrinks by gamma each step."),
      Parameter("scale_fn", default: nil, "A function of the cycle (from 1) or the step that scales the height."),
      Parameter("scale_mode", default: "cycle", "What scale_fn is a function of: cycle or iterations."),
      Parameter("cycle_momentum", default: true, "Whether momentum, or beta1, moves opposite to the rate."),
      Parameter("base_momentum", default: PerGroup(0.8), "The lowest momentum, at the peak of the rate."),
      Parameter("max_momentum", default: PerGroup(0.9), "The highest momentum, at the lowest rate."),
      make: CyclicLR.init
    ).requiring(.word("mode", of: ["triangular", "triangular2", "exp_range"], unless: "scale_fn"))
  }

  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
    baseLRs = try baseLR.values(for: optimizer, as: "base_lr")
    maxLRs = try maxLR.values(for: optimizer, as: "max_lr")
    let isFresh = clock.resumesAfter == -1
    if isFresh {
      for index in optimizer.groups.indices { optimizer.groups[index].lr = baseLRs[index] }
    }
    guard momentum.isCycled else { return }
    try optimizer.requireMomentum(for: "cycle_momentum")
    baseMomentums = try momentum.base.values(for: optimizer, as: "base_momentum")
    maxMomentums = try momentum.max.values(for: optimizer, as: "max_momentum")
    if isFresh { optimizer.setMomentumRange(base: baseMomentums, max: maxMomentums) }
  }

  /// Only now: the first value is made from `initial_lr`, which an earlier scheduler may have set to something else.
  mutating func finishStart(_ optimizer: inout Optimizer) { clock.bases = baseLRs }

  func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
    let turns = 1 + Double(clock.epoch) / period
    let cycle = turns.rounded(.down)
    let x = turns - cycle
    let height =
      try x <= peak
      ? Python.quotient(x, peak, of: "step_size_up") : Python.quotient(x - 1, peak - 1, of: "step_size_down")
    let factor = try factor(cycle: cycle)
    for (index, base) in clock.bases.enumerated() {
      let rise = (maxLRs[index] - base) * height
      optimizer.groups[index].lr = base + rise * factor
    }
    guard momentum.isCycled else { return }
    for index in maxMomentums.indices {
      let fall = (maxMomentums[index] - baseMomentums[index]) * height
      optimizer.groups[index].drive(momentum: maxMomentums[index] - fall * factor)
    }
  }

  private func factor(cycle: Double) throws(Diagnostic) -> Double {
    let x = isOfCycle ? cycle : Double(clock.epoch)
    switch scale {
    case .same: return 1
    case .halvedEachCycle: return 1 / (try Python.power(2, x - 1))
    case .power(let gamma): return try Python.power(gamma, x)
    case .function(let function): return try function.value(at: x)
    }
  }

  var drives: Driven { momentum.isCycled ? .momentum : [] }

  var overwrites: Bool { true }
}
