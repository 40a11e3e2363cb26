import Diagnostics

/// Raises the rate linearly to a multiple of the base rate, then hands over to another scheduler.
///
/// With m = 1, lr(t) = b·(t/N); else lr(t) = b·((m − 1)·t/N + 1). At t = N + 1 the other one's base rates become
/// m times the warm-up's and it is asked for its rate, but not stepped: a recurrence is applied once without counting,
/// which is why a cosine overshoots. From then on it alone is stepped.
/// Source: `warmup_scheduler.GradualWarmupScheduler`, 0.3; Goyal et al. 2017, arXiv:1706.02677.
struct GradualWarmupScheduler: Clocked {
  private let multiplier: Double
  private let totalEpoch: Double
  private var after: Node?
  /// Whether what follows watches a metric; another warm-up does not pass one on, whatever is in it.
  let watchesMetric: Bool
  private var isFinished = false
  var clock = Clock()

  init(multiplier: Double, totalEpoch: Double, after: Child?) throws(Diagnostic) {
    self.multiplier = multiplier
    self.totalEpoch = totalEpoch
    self.after = after?.node
    let scheduler = after?.node.scheduler
    watchesMetric = (scheduler?.watchesMetric ?? false) && !(scheduler is GradualWarmupScheduler)
    if watchesMetric, totalEpoch < 1 {
      throw Diagnostic(
        .value,
        "“total_epoch” must be at least 1 before a scheduler that watches a metric, not "
          + Shown.number(totalEpoch), of: "total_epoch")
    }
    if totalEpoch == 0 { throw Diagnostic(.value, "division by zero: “total_epoch” is 0", of: "total_epoch") }
  }

  static let kind = Kind(
    "GradualWarmupScheduler", short: "gradual-warmup", .warmup,
    "Linear warm-up to a multiple of the base rate, then another scheduler.",
    formula: "lr(t) = b·t/N if multiplier = 1, else b·((multiplier − 1)·t/N + 1), up to t = N = total_epoch",
    differs: """
      The peak is at N and, with most that follow, at N + 1 again: what follows is asked at N + 1 without being stepped. A \
      recurrence is thereby applied once more than it counts, so CosineAnnealingLR ends off its mark. Before \
      ReduceLROnPlateau the warm-up begins at t = 1, always by the second formula. A combinator that follows begins anew \
      from multiplier times the base rates, where the library raises NotImplementedError.
      """,
    source: "`warmup_scheduler.GradualWarmupScheduler`, 0.3; arXiv:1706.02677.",
    example: #"{"multiplier": 1, "total_epoch": 5, "after_scheduler": {"type": "StepLR", "step_size": 15}}"#
  ) {
    Declaration(
      Parameter("multiplier", in: .atLeast(1), "The peak is this times the base rate; 1 starts at zero."),
      Parameter("total_epoch", role: .warmup, "Epochs until the peak."),
      Parameter("after_scheduler", default: nil, "The scheduler that follows; the peak is held if there is none."),
      make: GradualWarmupScheduler.init)
  }

  mutating func bind(to run: RunLength) {
    if let rest = parts(of: run).first?.run { after?.scheduler.bind(to: rest) }
  }

  mutating func bind(to batch: Batch) { after?.scheduler.bind(to: batch) }

  func parts(of run: RunLength) -> [(node: Node, run: RunLength)] {
    after.map { [($0, run.part(from: handOver, to: Double(run.count)))] } ?? []
  }

  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) { try after?.start(&optimizer) }

  mutating func initialStep(_ optimizer: inout Optimizer) throws(Diagnostic) { try step(&optimizer, metric: nil) }

  mutating func step(_ optimizer: inout Optimizer, metric: Double?) throws(Diagnostic) {
    if watchesMetric {
      try stepWatching(&optimizer, metric: metric)
    } else if isFinished {
      try after?.step(&optimizer, metric: nil)
    } else {
      clock.epoch += 1
      try write(to: &optimizer, isInitial: false)
    }
  }

  /// The metric-watching form counts from 1, and never hands its base rates over.
  private mutating func stepWatching(_ optimizer: inout Optimizer, metric: Double?) throws(Diagnostic) {
    clock.epoch = max(1, clock.epoch + 1)
    guard Double(clock.epoch) <= totalEpoch else { return try after?.step(&optimizer, metric: metric) ?? () }
    for (index, base) in clock.bases.enumerated() { optimizer.groups[index].lr = base * climb }
  }

  mutating func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
    guard Double(clock.epoch) > totalEpoch else {
      let factor = multiplier == 1 ? Double(clock.epoch) / totalEpoch : climb
      for (index, base) in clock.bases.enumerated() { optimizer.groups[index].lr = base * factor }
      return
    }
    let peaks = clock.bases.map { $0 * multiplier }
    guard after != nil else {
      for (index, peak) in peaks.enumerated() { optimizer.groups[index].lr = peak }
      return
    }
    try after?.rewrite(&optimizer, bases: isFinished ? nil : peaks)
    isFinished = true
  }

  /// From 1 at epoch 0 to the multiplier at the last one.
  private var climb: Double { (multiplier - 1) * Double(clock.epoch) / totalEpoch + 1 }

  /// The step from which the other scheduler gives the rates.
  private var handOver: Double {
    watchesMetric ? totalEpoch.rounded(.down) : max(0, totalEpoch.rounded(.down) + 1)
  }

  var drives: Driven { after?.scheduler.drives ?? [] }

  /// Half as long again as the warm-up when nothing follows, so that the peak is seen.
  var length: Double? {
    guard let after else { return totalEpoch > 0 ? (1.5 * totalEpoch).rounded(.up) : nil }
    return after.scheduler.length.map { handOver + $0 }
  }

  var phases: [Phase] {
    let warmUp = Phase(start: 0, motion: .moves, label: "warm-up")
    let next = after?.phases ?? [Phase(start: 0, motion: .jumps, label: "constant")]
    return Phase.joined([(0, [warmUp]), (handOver, next)])
  }
}
