import Diagnostics

/// When a metric counts as stuck, as torch has it and most others after it.
///
/// Better is a < best·(1 − θ) (lower, relative), a < best − θ (lower), a > best·(1 + θ) (higher, relative) or a > best + θ.
/// Stuck is a metric that was not better for more than `patience` epochs; `cooldown` epochs after that are not counted.
struct Plateau: Sendable {
  enum Mode: String, Choice { case min, max }
  /// Whether a threshold is a fraction of the best metric or a difference.
  enum ThresholdMode: String, Choice { case rel, abs }

  private(set) var isLowerBetter: Bool
  private(set) var threshold: Double
  private(set) var isRelative: Bool
  private(set) var patience: Double
  private(set) var cooldown: Double

  init(isLowerBetter: Bool, threshold: Double, isRelative: Bool, patience: Double, cooldown: Double) {
    self.isLowerBetter = isLowerBetter
    self.threshold = threshold
    self.isRelative = isRelative
    self.patience = patience
    self.cooldown = cooldown
  }

  func isBetter(_ metric: Double, than best: Double) -> Bool {
    switch (isLowerBetter, isRelative) {
    case (true, true): metric < best * (1 - threshold)
    case (true, false): metric < best - threshold
    case (false, true): metric > best * (threshold + 1)
    case (false, false): metric > best + threshold
    }
  }

  /// Names what torch's class saves; throws where another scheduler has left a mode that does not exist.
  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
    var (mode, thresholdMode) = (isLowerBetter ? "min" : "max", isRelative ? "rel" : "abs")
    try visitor.visit("mode", &mode)
    try visitor.visit("threshold", &threshold)
    try visitor.visit("threshold_mode", &thresholdMode)
    try visitor.visit("patience", &patience)
    try visitor.visit("cooldown", &cooldown)
    guard mode == "min" || mode == "max", thresholdMode == "rel" || thresholdMode == "abs" else {
      throw Diagnostic(.value, "the mode “\(mode)” is none of a scheduler that watches a metric")
    }
    (isLowerBetter, isRelative) = (mode == "min", thresholdMode == "rel")
  }

  /// What is remembered from epoch to epoch.
  struct State: Sendable {
    private(set) var best: Double
    private var badEpochs = 0.0
    private var cooldownLeft = 0.0

    init(best: Double) { self.best = best }

    mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
      try visitor.visit("best", &best, as: .memory)
      try visitor.visit("num_bad_epochs", &badEpochs, as: .memory)
      try visitor.visit("cooldown_counter", &cooldownLeft, as: .memory)
    }

    /// Takes in a metric; whether it is stuck now, and the value should be reduced.
    mutating func isStuck(at metric: Double, by watch: Plateau) -> Bool {
      if watch.isBetter(metric, than: best) {
        best = metric
        badEpochs = 0
      } else {
        badEpochs += 1
      }
      if cooldownLeft > 0 {
        cooldownLeft -= 1
        badEpochs = 0
      }
      guard badEpochs > watch.patience else { return false }
      cooldownLeft = watch.cooldown
      badEpochs = 0
      return true
    }
  }
}
