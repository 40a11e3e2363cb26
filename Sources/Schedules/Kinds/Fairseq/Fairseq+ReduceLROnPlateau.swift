import Diagnostics

extension Fairseq {
  /// Warms up by updates, and then multiplies the rate by a factor when a metric stops improving.
  struct ReduceLROnPlateau: MetricWatcher {
    private let warmup: Warmup
    private let factor: Double
    private let watch: Plateau
    private var epochs: Epochs?
    private var bases: [Double] = []
    private var update = 0
    private var state: Plateau.State

    private init(warmup: Warmup, shrink: Double, threshold: Double, patience: Int, isHigherBetter: Bool) {
      self.warmup = warmup
      factor = shrink
      watch = Plateau(
        isLowerBetter: !isHigherBetter, threshold: threshold, isRelative: true, patience: Double(patience), cooldown: 0)
      state = Plateau.State(best: isHigherBetter ? -.infinity : .infinity)
    }

    static let kind = Kind(
      "reduce_lr_on_plateau", short: "plateau", .fairseq,
      "Warm-up by updates, then drops by lr_shrink when a metric stops improving.",
      formula: """
        lr = init + u·(b − init)/W up to u = W = warmup_updates; from then on lr ← lr·lr_shrink after more than
        lr_patience epochs without improvement
        """,
      differs: """
        torch's ReduceLROnPlateau with patience 0 unless given, so the first epoch that is not better reduces. It is stepped \
        every update, and sees no metric before the warm-up is over.
        """,
      source: "fairseq.optim.lr_scheduler.reduce_lr_on_plateau.ReduceLROnPlateauLRSchedule, 0.12.2",
      example: #"{"lr_patience": 2, "lr_shrink": 0.5, "warmup_updates": 5}"#
    ) {
      Declaration(
        Parameter("lr_shrink", role: .factor, default: 0.1, in: .below(1), "The factor of each reduction."),
        Parameter(
          "lr_threshold", default: 1e-4, "The smallest improvement that counts, as a fraction of the best metric."),
        Parameter(
          "lr_patience", default: 0, in: .between(-1e9, 1e9), "Epochs without improvement before the rate is reduced."),
        Parameter("maximize_best_checkpoint_metric", default: false, "Whether the metric is maximized."),
        and: Warmup.parameters()
      ) { (warmup, shrink, threshold, patience, isHigherBetter) throws(Diagnostic) in
        ReduceLROnPlateau(
          warmup: warmup, shrink: shrink, threshold: threshold, patience: patience, isHigherBetter: isHigherBetter)
      }
    }

    mutating func bind(to run: RunLength) { epochs = Epochs(run) }

    mutating func start(_ optimizer: inout Optimizer) throws(Diagnostic) {
      bases = optimizer.groups.map { $0.initialLR ?? $0.lr }
      update = 0
      if warmup.updates > 0 { warmUp(&optimizer) }
    }

    mutating func step(_ optimizer: inout Optimizer, metric: Double?) throws(Diagnostic) {
      update += 1
      if update <= warmup.updates { return warmUp(&optimizer) }
      // In a training loop whose epochs have no known length, an epoch ends when there is a metric.
      guard epochs?.begin(at: update) ?? (metric != nil) else { return }
      guard let metric else { throw .missingMetric }
      try observe(metric, &optimizer)
    }

    mutating func observe(_ metric: Double, _ optimizer: inout Optimizer) throws(Diagnostic) {
      guard state.isStuck(at: metric, by: watch) else { return }
      for index in optimizer.groups.indices {
        let (old, new) = (optimizer.groups[index].lr, max(optimizer.groups[index].lr * factor, 0))
        if old - new > 1e-8 { optimizer.groups[index].lr = new }
      }
    }

    private func warmUp(_ optimizer: inout Optimizer) {
      for (index, base) in bases.enumerated() {
        optimizer.groups[index].lr = warmup.rate(at: update, from: warmup.start(or: 0), to: base)
      }
    }

    var interval: Interval? { .step }
    var phases: [Phase] { Phase.named(warmup.phases("plateau", .jumps)) }
  }
}
