import Diagnostics

/// Raises the rate while a metric improves and lowers it while it does not, between two bounds.
///
/// More than `patience` good epochs in a row: lr/factor, at most max_lr; more than `patience` bad ones: lr·factor, at least
/// min_lr. After a change it looks away for `warmup` or `cooldown` epochs. When every group has been at min_lr for
/// `reset_start` reductions in a row, all begins anew. Source: `transformers.optimization.GreedyLR`; arXiv:2512.14527.
struct GreedyLR: MetricWatcher {
  private let watch: Plateau
  private let factor: Double
  private let warmUp: Double
  private let lowest: PerGroup<Double>
  private let highest: PerGroup<Double>
  private let eps: Double
  private let window: Double?
  private let resetStart: Double
  private var bounds: [(lowest: Double, highest: Double)] = []
  private var initial: [Double] = []
  private var state: State

  /// What a reset puts back.
  private struct State {
    var best: Double
    var average = RollingAverage()
    var bad = 0.0
    var good = 0.0
    var coolingDown = 0.0
    var warmingUp = 0.0
    var resetsIn: Double
  }

  init(
    mode: Plateau.Mode, factor: Double, patience: Double, threshold: Double,
    thresholdMode: Plateau.ThresholdMode, cooldown: Double, warmUp: Double, lowest: PerGroup<Double>,
    highest: PerGroup<Double>, eps: Double, verbose: Bool, smooth: Bool, window: Double, resetStart: Double
  ) {
    watch = Plateau(
      isLowerBetter: mode == .min, threshold: threshold, isRelative: thresholdMode == .rel, patience: patience,
      cooldown: cooldown)
    self.factor = factor
    self.warmUp = warmUp
    self.lowest = lowest
    self.highest = highest
    self.eps = eps
    self.window = smooth ? window : nil
    self.resetStart = resetStart
    state = State(best: mode == .min ? .infinity : -.infinity, resetsIn: resetStart)
  }

  static let kind = Kind(
    "greedy", .transformers,
    "Raises the rate while a metric improves, and lowers it while it does not.",
    formula: """
      lr = min(lr / factor, max_lr)    after more than patience good epochs in a row
      lr = max(lr * factor, min_lr)    after more than patience bad ones
      """,
    differs: "Unlike ReduceLROnPlateau it also raises the rate, counts differences and not parts by default "
      + "(threshold_mode abs), and resets after reset_start reductions at min_lr.",
    source: "`transformers.get_scheduler(\"greedy\")`, 5.23.0; arXiv:2512.14527.",
    example: #"{"patience": 1, "factor": 0.9, "max_lr": 0.3}"#
  ) {
    Declaration(
      ignoringLengthsOf: Declaration(
        Parameter("mode", default: Plateau.Mode.min, "Whether the metric is minimized or maximized."),
        Parameter("factor", default: 0.95, in: .below(1), "The factor of a reduction; a rise divides by it."),
        Parameter("patience", default: 10, "Epochs in a row, good or bad, before the rate changes."),
        Parameter("threshold", default: 1e-6, "The smallest improvement that counts."),
        Parameter(
          "threshold_mode", default: Plateau.ThresholdMode.abs,
          "Whether threshold is a fraction of the best metric, or a difference."),
        Parameter("cooldown", default: 0, "Epochs after a reduction in which the metric is ignored."),
        Parameter("warmup", default: 0, "Epochs after a rise in which the metric is ignored."),
        Parameter("min_lr", default: PerGroup(1e-3), "The lowest rate."),
        Parameter("max_lr", default: PerGroup(1), "The highest rate."),
        Parameter("eps", default: 1e-8, "The smallest change of the rate; smaller ones are skipped."),
        Parameter("verbose", default: false, "Whether transformers prints each change; changes nothing here."),
        Parameter("smooth", default: false, "Whether the metric is averaged first."),
        Parameter("window_size", default: 50, "Epochs that smooth averages over."),
        Parameter("reset_start", default: 500, "Reductions at min_lr before everything is reset."),
        make: GreedyLR.init))
  }

  mutating func start(_ optimizer: inout Optimizer) throws(Diagnostic) {
    let lowest = try lowest.values(for: optimizer, as: "min_lr")
    let highest = try highest.values(for: optimizer, as: "max_lr")
    bounds = zip(lowest, highest).map { ($0, $1) }
    initial = optimizer.groups.map(\.lr)
  }

  mutating func observe(_ metric: Double, _ optimizer: inout Optimizer) throws(Diagnostic) {
    var current = metric
    if let window { current = try state.average.adding(metric, window: window) }

    if state.coolingDown > 0 {
      state.coolingDown -= 1
      (state.bad, state.good) = (0, 0)
    } else if state.warmingUp > 0 {
      state.warmingUp -= 1
      (state.bad, state.good) = (0, 0)
    } else {
      try judge(current, &optimizer)
    }
  }

  private mutating func judge(_ metric: Double, _ optimizer: inout Optimizer) throws(Diagnostic) {
    if watch.isBetter(metric, than: state.best) {
      state.best = metric
      state.bad = 0
      state.good += 1
    } else {
      state.bad += 1
      state.good = 0
    }
    if state.good > watch.patience {
      try raise(&optimizer)
      state.warmingUp = warmUp
      state.good = 0
    } else if state.bad > watch.patience {
      lower(&optimizer)
      state.coolingDown = watch.cooldown
      state.bad = 0
    }
  }

  private mutating func raise(_ optimizer: inout Optimizer) throws(Diagnostic) {
    for index in bounds.indices {
      let old = optimizer.groups[index].lr
      let new = min(try Python.quotient(old, factor, "factor"), bounds[index].highest)
      if new - old > eps { optimizer.groups[index].lr = new }
    }
    state.resetsIn = resetStart
  }

  private mutating func lower(_ optimizer: inout Optimizer) {
    var areAllLowest = true
    for index in bounds.indices {
      let old = optimizer.groups[index].lr
      let new = max(old * factor, bounds[index].lowest)
      if old - new > eps { optimizer.groups[index].lr = new }
      if optimizer.groups[index].lr > bounds[index].lowest { areAllLowest = false }
    }
    guard areAllLowest else { return }
    state.resetsIn -= 1
    guard state.resetsIn <= 0 else { return }
    for (index, rate) in initial.enumerated() { optimizer.groups[index].lr = rate }
    state = State(best: watch.isLowerBetter ? .infinity : -.infinity, resetsIn: resetStart)
  }
}
