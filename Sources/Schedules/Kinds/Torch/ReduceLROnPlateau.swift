import Diagnostics

/// Multiplies the rate by a factor when a metric has not improved for more than `patience` epochs.
///
/// Better is a < best·(1 − θ) (min, rel), a < best − θ (min, abs), a > best·(1 + θ) (max, rel) or a > best + θ (max, abs).
/// The new rate is max(lr·factor, min_lr), written if it differs by more than eps; after that, `cooldown` epochs are not
/// counted. Source: `torch.optim.lr_scheduler.ReduceLROnPlateau`.
struct ReduceLROnPlateau: MetricWatcher {
  private var watch: Plateau
  private var factor: Double
  private let minLR: PerGroup<Double>
  private var eps: Double
  private var minLRs: [Double] = []
  /// The lowest rate of groups that come later, if all have the same.
  private var usualMinLR: Double?
  private var state: Plateau.State
  private var epoch = 0

  private init(
    mode: Plateau.Mode, factor: Double, patience: Double, threshold: Double, thresholdMode: Plateau.ThresholdMode,
    cooldown: Double,
    minLR: PerGroup<Double>, eps: Double
  ) {
    watch = Plateau(
      isLowerBetter: mode == .min, threshold: threshold, isRelative: thresholdMode == .rel, patience: patience,
      cooldown: cooldown)
    self.factor = factor
    self.minLR = minLR
    usualMinLR = minLR.common
    self.eps = eps
    state = Plateau.State(best: mode == .min ? .infinity : -.infinity)
  }

  static let kind = Kind(
    "ReduceLROnPlateau", short: "plateau", .torch,
    "Multiplies the rate by a factor when a metric stops improving.",
    formula: "lr ← max(lr·factor, min_lr) after more than patience epochs without improvement",
    differs: "It reduces on the (patience + 1)-th bad epoch; Keras and optax reduce on the patience-th.",
    source: "torch.optim.lr_scheduler.ReduceLROnPlateau, 2.15",
    example: #"{"patience": 5}"#
  ) {
    Declaration(
      Parameter("mode", role: .mode, default: .min, "Whether the metric is minimized or maximized."),
      Parameter("factor", role: .factor, default: 0.1, in: .below(1), "The factor of each reduction."),
      Parameter("patience", role: .patience, default: 10, "Epochs without improvement before the rate is reduced."),
      Parameter("threshold", role: .threshold, default: 1e-4, "The smallest improvement that counts."),
      Parameter(
        "threshold_mode", role: .thresholdMode, default: .rel,
        "Whether threshold is a fraction of the best metric, or a difference."),
      Parameter("cooldown", default: 0, "Epochs after a reduction in which the metric is ignored."),
      Parameter("min_lr", role: .floor, default: PerGroup(0), "The lowest rate."),
      Parameter("eps", default: 1e-8, "The smallest change of the rate; smaller ones are skipped."),
      make: ReduceLROnPlateau.init)
  }

  mutating func start(_ optimizer: inout Optimizer) throws(Diagnostic) {
    minLRs = try minLR.values(for: optimizer, as: "min_lr")
  }

  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
    try visitor.visit("last_epoch", &epoch, as: .count)
    try visitor.visit("factor", &factor)
    try visitor.visit("min_lrs", &minLRs)
    try visitor.visit("default_min_lr", &usualMinLR)
    try visitor.visit("eps", &eps)
    try watch.visitState(&visitor)
    try state.visitState(&visitor)
  }

  mutating func observe(_ metric: Double, _ optimizer: inout Optimizer) throws(Diagnostic) {
    epoch += 1
    guard state.isStuck(at: metric, by: watch) else { return }
    if minLRs.count != optimizer.groups.count {
      guard let usualMinLR else {
        throw Diagnostic(
          .run, "“min_lr” is of \(minLRs.count) param groups, and there are \(optimizer.groups.count)",
          hint: "torch raises RuntimeError")
      }
      minLRs = optimizer.groups.map { _ in usualMinLR }
    }
    for index in minLRs.indices {
      let old = optimizer.groups[index].lr
      let new = max(old * factor, minLRs[index])
      if old - new > eps { optimizer.groups[index].lr = new }
    }
  }
}
