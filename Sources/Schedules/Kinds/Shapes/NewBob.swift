import Diagnostics

/// Multiplies the rate by a factor when a metric improves by less than a part of what it was.
///
/// Improvement is (previous − current)/previous, and none where the previous one was 0. Source: SpeechBrain's
/// `NewBobScheduler`; Renals et al. 1992 and ICSI's QuickNet.
struct NewBob: MetricWatcher {
  private let factor: Double
  private let threshold: Double
  private let patience: Int
  private var left: Int
  private var previous: Double?

  private init(factor: Double, threshold: Double, patience: Int) {
    self.factor = factor
    self.threshold = threshold
    self.patience = patience
    left = patience
  }

  static let kind = Kind(
    "newbob", .shapes,
    "Multiplies the rate by a factor when a metric improves too little.",
    formula: """
      lr ← lr·annealing_factor       where (previous − current)/previous < improvement_threshold, patient times over
      """,
    differs: "ReduceLROnPlateau compares with the best metric, this with the last one; the count starts again after a "
      + "reduction only, not after an improvement.",
    source: "SpeechBrain's `NewBobScheduler`, after ICSI's QuickNet.",
    example: #"{"annealing_factor": 0.5}"#
  ) {
    Declaration(
      Parameter("annealing_factor", role: .factor, default: 0.5, in: .between(0, 1), "The factor of each reduction."),
      Parameter("improvement_threshold", default: 0.0025, "The smallest relative improvement that is one."),
      Parameter(
        "patient", default: 0, in: .between(0, 1e9),
        "How many small improvements are tolerated before the rate is reduced."),
      make: NewBob.init)
  }

  mutating func start(_ optimizer: inout Optimizer) throws(Diagnostic) {
    left = patience
    previous = nil
  }

  mutating func observe(_ metric: Double, _ optimizer: inout Optimizer) throws(Diagnostic) {
    defer { previous = metric }
    guard let previous else { return }
    let improvement = previous == 0 ? 0 : (previous - metric) / previous
    // What is not a number is not an improvement.
    guard !(improvement >= threshold) else { return }
    if left > 0 {
      left -= 1
      return
    }
    left = patience
    for index in optimizer.groups.indices { optimizer.groups[index].lr *= factor }
  }
}
