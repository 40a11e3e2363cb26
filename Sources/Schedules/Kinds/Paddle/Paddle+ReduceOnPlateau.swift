import Diagnostics

extension Paddle {
  /// Multiplies the rate by a factor when a metric stops improving; in a cooldown it does not look at the metric at all.
  struct ReduceOnPlateau: MetricWatcher {
    private let isLowerBetter: Bool
    private let isRelative: Bool
    private let factor: Double
    private let patience: Double
    private let threshold: Double
    private let cooldown: Double
    private let minLR: Double
    private let epsilon: Double
    private let learningRate: Double?
    private var rates: [Double] = []
    private var best: Double?
    private var badEpochs = 0.0
    private var cooldownLeft = 0.0

    private init(
      learningRate: Double?, mode: String, factor: Double, patience: Double, threshold: Double, thresholdMode: String,
      cooldown: Double, minLR: Double, epsilon: Double
    ) throws(Diagnostic) {
      isLowerBetter = try ReduceOnPlateau.choice(mode, "min", "max", of: "mode")
      isRelative = try ReduceOnPlateau.choice(thresholdMode, "rel", "abs", of: "threshold_mode")
      self.learningRate = learningRate
      self.factor = factor
      self.patience = patience
      self.threshold = threshold
      self.cooldown = cooldown
      self.minLR = minLR
      self.epsilon = epsilon
    }

    /// Whether a word, in any case, is the first of two.
    private static func choice(
      _ word: String, _ first: String, _ second: String, of name: String
    ) throws(Diagnostic) -> Bool {
      switch word.lowercased() {
      case first: return true
      case second: return false
      default: throw Diagnostic(.value, "“\(name)” must be “\(first)” or “\(second)”, not “\(word)”", of: name)
      }
    }

    static let kind = Kind(
      "ReduceOnPlateau", short: "plateau", .paddle, "Multiplies the rate by a factor when a metric stops improving.",
      formula: "lr ← max(lr·factor, min_lr) after more than patience epochs without improvement",
      differs: """
        In a cooldown the metric is not looked at, so even a better one is not remembered, unlike in torch's \
        ReduceLROnPlateau. Stepped per epoch.
        """,
      source: "paddle.optimizer.lr.ReduceOnPlateau, 3.3.1",
      example: #"{"patience": 3}"#
    ) {
      Declaration(
        Parameter<Double?>("learning_rate", default: nil, "The base rate; null: each group's own."),
        Parameter("mode", role: .mode, default: "min", "Whether the metric is minimized or maximized: min or max."),
        Parameter("factor", role: .factor, default: 0.1, in: .below(1), "The factor of each reduction."),
        Parameter("patience", role: .patience, default: 10, "Epochs without improvement before the rate is reduced."),
        Parameter("threshold", role: .threshold, default: 1e-4, "The smallest improvement that counts."),
        Parameter(
          "threshold_mode", role: .thresholdMode, default: "rel",
          "Whether threshold is a fraction of the best metric, rel, or abs."),
        Parameter("cooldown", default: 0, "Epochs after a reduction in which the metric is ignored."),
        Parameter("min_lr", role: .floor, default: 0, "The lowest rate."),
        Parameter("epsilon", default: 1e-8, "The smallest change of the rate; smaller ones are skipped."),
        make: ReduceOnPlateau.init)
    }

    mutating func start(_ optimizer: inout Optimizer) throws(Diagnostic) {
      rates = optimizer.groups.map { learningRate ?? $0.initialLR ?? $0.lr }
      for (index, rate) in rates.enumerated() { optimizer.groups[index].lr = rate }
    }

    mutating func observe(_ metric: Double, _ optimizer: inout Optimizer) throws(Diagnostic) {
      if cooldownLeft > 0 {
        cooldownLeft -= 1
        return
      }
      if best.map({ isBetter(metric, than: $0) }) ?? true {
        best = metric
        badEpochs = 0
      } else {
        badEpochs += 1
      }
      guard badEpochs > patience else { return }
      cooldownLeft = cooldown
      badEpochs = 0
      for index in rates.indices {
        let new = max(rates[index] * factor, minLR)
        if rates[index] - new > epsilon { rates[index] = new }
        optimizer.groups[index].lr = rates[index]
      }
    }

    private func isBetter(_ metric: Double, than best: Double) -> Bool {
      let margin = isRelative ? best * threshold : threshold
      return isLowerBetter ? metric < best - margin : metric > best + margin
    }
  }
}
