/// When a metric counts as stuck, as torch has it and most others after it.
///
/// Better is a < best·(1 − θ) (lower, relative), a < best − θ (lower), a > best·(1 + θ) (higher, relative) or a > best + θ.
/// Stuck is a metric that was not better for more than `patience` epochs; `cooldown` epochs after that are not counted.
struct Plateau: Sendable {
  let isLowerBetter: Bool
  let threshold: Double
  let isRelative: Bool
  let patience: Double
  let cooldown: Double

  func isBetter(_ metric: Double, than best: Double) -> Bool {
    switch (isLowerBetter, isRelative) {
    case (true, true): metric < best * (1 - threshold)
    case (true, false): metric < best - threshold
    case (false, true): metric > best * (threshold + 1)
    case (false, false): metric > best + threshold
    }
  }

  /// What is remembered from epoch to epoch.
  struct State: Sendable {
    private(set) var best: Double
    private var badEpochs = 0.0
    private var cooldownLeft = 0.0

    init(best: Double) { self.best = best }

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
