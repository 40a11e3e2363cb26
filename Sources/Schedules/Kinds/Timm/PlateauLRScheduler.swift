import Diagnostics

/// Multiplies the rate by a factor when a metric has not improved for long, after a warm-up and under noise.
///
/// Up to epoch W, W included, the warm-up; after it torch's `ReduceLROnPlateau` with `threshold_mode` rel and eps 1e-8. Noise
/// lies on top: it is taken off before the next epoch. Source: `timm.scheduler.PlateauLRScheduler`.
struct PlateauLRScheduler: MetricWatcher {
  private let watch: Plateau
  private let factor: Double
  private let minLR: PerGroup<Double>
  private var arguments = TimmArguments()
  private var minLRs: [Double] = []
  private var bases: [Double] = []
  private var state: Plateau.State
  private var epoch = 0
  /// The rates without the noise that is on them.
  private var quiet: [Double]?

  /// torch's default: a smaller change is not made.
  private static let eps = 1e-8

  init(
    factor: Double, patience: Double, threshold: Double, cooldown: Double, minLR: PerGroup<Double>, mode: Plateau.Mode
  ) {
    watch = Plateau(
      isLowerBetter: mode == .min, threshold: threshold, isRelative: true, patience: patience, cooldown: cooldown)
    self.factor = factor
    self.minLR = minLR
    state = Plateau.State(best: mode == .min ? .infinity : -.infinity)
  }

  static let kind = Kind(
    "PlateauLRScheduler", short: "plateau", .timm,
    "Warm-up, then drops by decay_rate when a metric stops improving.",
    formula: "lr = max(lr * decay_rate, lr_min)    after more than patience_t epochs that were not better",
    differs: """
      It is torch's ReduceLROnPlateau, but waits for a high metric by default (mode max), and looks at none \
      before epoch warmup_t + 1. timm has called it deprecated.
      """,
    source: "`timm.scheduler.PlateauLRScheduler`, 1.0.31.",
    example: #"{"patience_t": 5, "decay_rate": 0.5, "warmup_t": 5, "warmup_lr_init": 1e-3}"#
  ) {
    let choice = TimmArguments.Selection(hasClock: false, hasNoiseType: true)
    let own = Declaration(
      Parameter("decay_rate", role: .factor, default: 0.1, in: .below(1), "The factor of each reduction."),
      Parameter("patience_t", role: .patience, default: 10, "Epochs without improvement before the rate is reduced."),
      Parameter(
        "threshold", role: .threshold, default: 1e-4, "The smallest improvement that counts, as a fraction of the best."
      ),
      Parameter("cooldown_t", default: 0, "Epochs after a reduction in which the metric is ignored."),
      Parameter("lr_min", role: .floor, default: PerGroup(0), "The lowest rate."),
      Parameter("mode", role: .mode, default: .max, "Whether the metric is minimized or maximized."),
      make: PlateauLRScheduler.init)
    return Declaration(parameters: own.parameters + TimmArguments.parameters(choice)) { fields, reading in
      let scheduler = own.scheduler(from: fields, &reading)
      guard let arguments = TimmArguments.read(choice, from: fields, &reading),
        var plateau = scheduler as? PlateauLRScheduler
      else { return nil }
      plateau.arguments = arguments
      return plateau
    }
  }

  mutating func start(_ optimizer: inout Optimizer) throws(Diagnostic) {
    try arguments.checkInitialRates(of: optimizer)
    minLRs = try minLR.values(for: optimizer, as: "lr_min")
    bases = []
    for index in optimizer.groups.indices {
      let base = optimizer.groups[index].initialLR ?? optimizer.groups[index].lr
      optimizer.groups[index].initialLR = base
      bases.append(base)
    }
    let warmUp = arguments.warmUp
    write(bases.map { warmUp.isWanted ? warmUp.start : $0 }, to: &optimizer)
  }

  mutating func observe(_ metric: Double, _ optimizer: inout Optimizer) throws(Diagnostic) {
    epoch += 1
    let warmUp = arguments.warmUp
    if Double(epoch) <= warmUp.length {
      write(bases.map { warmUp.rate(at: Double(epoch), to: $0) }, to: &optimizer)
      return
    }
    if let quiet {
      for (index, rate) in quiet.enumerated() { optimizer.groups[index].lr = rate }
      self.quiet = nil
    }
    if state.isStuck(at: metric, by: watch) { reduce(&optimizer) }
    if let noise = try arguments.noise.part(at: epoch) {
      quiet = bases.indices.map { optimizer.groups[$0].lr }
      for index in bases.indices { optimizer.groups[index].lr += optimizer.groups[index].lr * noise }
    }
  }

  /// A training script that is resumed tells it the epoch, but no metric.
  mutating func seek(_ count: Int?, _ optimizer: inout Optimizer) throws(Diagnostic) {
    epoch = count ?? epoch
    let warmUp = arguments.warmUp
    if Double(epoch) <= warmUp.length {
      write(bases.map { warmUp.rate(at: Double(epoch), to: $0) }, to: &optimizer)
    } else if let noise = try arguments.noise.part(at: epoch) {
      quiet = bases.indices.map { optimizer.groups[$0].lr }
      for index in bases.indices { optimizer.groups[index].lr += optimizer.groups[index].lr * noise }
    }
  }

  private func reduce(_ optimizer: inout Optimizer) {
    for index in minLRs.indices {
      let old = optimizer.groups[index].lr
      let new = max(old * factor, minLRs[index])
      if old - new > PlateauLRScheduler.eps { optimizer.groups[index].lr = new }
    }
  }

  private func write(_ rates: [Double], to optimizer: inout Optimizer) {
    for (index, rate) in rates.enumerated() {
      optimizer.groups[index].lr = rate * (optimizer.groups[index][.lrScale] ?? 1)
    }
  }

  var usesScales: Bool { true }

  var phases: [Phase] {
    Phase.named(warmUp: arguments.warmUp.length, then: [(arguments.warmUp.length, .jumps, "plateau")])
  }
}
