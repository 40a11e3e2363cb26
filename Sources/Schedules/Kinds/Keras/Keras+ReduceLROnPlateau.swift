import Diagnostics

extension Keras {
  /// Multiplies the rate by a factor when a metric has not improved for `patience` epochs.
  ///
  /// Better is a + δ < best (min) or a − δ > best (max), and the first value always. The new rate is max(lr·factor, min_lr),
  /// unless the old one is not greater than min_lr in single precision; after that, `cooldown` epochs are not counted, the
  /// last of them excepted. Source: `keras.callbacks.ReduceLROnPlateau`, 3.15.
  struct ReduceLROnPlateau: MetricWatcher {
    private let isMinimum: Bool
    private let factor: Double
    private let patience: Double
    private let minDelta: Double
    private let cooldown: Double
    private let minLR: Double
    private var best: Double?
    private var wait = 0.0
    private var cooldownLeft = 0.0

    init(
      monitor: String, factor: Double, patience: Double, mode: String, minDelta: Double, cooldown: Double, minLR: Double
    ) throws(Diagnostic) {
      // Every other word is “auto” to Keras.
      if mode != "min", mode != "max" {
        let metric = monitor.hasPrefix("val_") ? String(monitor.dropFirst(4)) : monitor
        guard metric == "loss" else {
          throw Diagnostic(
            .value, "whether “\(monitor)” should be small or large is not known", of: "monitor",
            hint: "give “mode”: “min” or “max”")
        }
      }
      isMinimum = mode != "max"
      self.factor = factor
      self.patience = patience
      self.minDelta = abs(minDelta)
      self.cooldown = cooldown
      self.minLR = minLR
    }

    static let kind = Kind(
      "ReduceLROnPlateau", short: "plateau", .keras,
      "Multiplies the rate by a factor when a metric stops improving.",
      formula: "lr ← max(lr·factor, min_lr) at the patience-th epoch in turn that is not better by min_delta",
      differs: """
        Reduces at the patience-th epoch without improvement, one before torch’s; min_delta is a difference, where torch’s \
        threshold is a fraction of the best metric. The last epoch of a cooldown counts.
        """,
      source: "`keras.callbacks.ReduceLROnPlateau`, 3.15.",
      example: #"{"patience": 5}"#
    ) {
      Declaration(
        Parameter("monitor", default: "val_loss", "The name of the metric; a loss should be small."),
        Parameter("factor", role: .factor, default: 0.1, in: .below(1), "The factor of each reduction."),
        Parameter("patience", role: .patience, default: 10, "Epochs without improvement that bring a reduction."),
        Parameter("mode", role: .mode, default: "auto", "min, max or, for a loss, auto."),
        Parameter("min_delta", default: 1e-4, "The difference by which a metric must be better."),
        Parameter("cooldown", default: 0, "Epochs after a reduction in which the metric is ignored."),
        Parameter("min_lr", role: .floor, default: 0, "The lowest rate."),
        make: ReduceLROnPlateau.init)
    }

    /// Callbacks are made anew, and have forgotten what they saw.
    mutating func visitState(_ visitor: inout StateVisitor) {}

    mutating func start(_ optimizer: inout Optimizer) throws(Diagnostic) {}

    mutating func observe(_ metric: Double, _ optimizer: inout Optimizer) throws(Diagnostic) {
      if cooldownLeft > 0 {
        cooldownLeft -= 1
        wait = 0
      }
      if isBetter(metric) {
        best = metric
        wait = 0
      } else if cooldownLeft <= 0 {
        wait += 1
        if wait >= patience, reduce(&optimizer) {
          cooldownLeft = cooldown
          wait = 0
        }
      }
    }

    private func isBetter(_ metric: Double) -> Bool {
      guard let best else { return true }
      return isMinimum ? metric + minDelta < best : metric - minDelta > best
    }

    /// Reduces every rate that may be reduced, and returns whether there was one.
    private func reduce(_ optimizer: inout Optimizer) -> Bool {
      var isReduced = false
      for index in optimizer.groups.indices where Float(optimizer.groups[index].lr) > Float(minLR) {
        optimizer.groups[index].lr = max(optimizer.groups[index].lr * factor, minLR)
        isReduced = true
      }
      return isReduced
    }
  }
}
