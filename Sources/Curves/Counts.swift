import Schedules

extension Curve {
  /// A whole number that goes with every step: which it is, the epoch, or what was seen before it.
  package enum Count: String, Sendable {
    case step, epoch, samples, tokens
  }

  /// The counts that stand in front of the columns.
  package var counts: [Count] {
    guard timeline.showsBatch, let batch = timeline.batch else { return [.step, .epoch] }
    return [.step, .epoch, .samples] + (batch.tokensPerSample == nil ? [] : [.tokens])
  }

  /// A count at a step.
  package func value(_ count: Count, at step: Int) -> Int {
    switch count {
    case .step: step
    case .epoch: step / stepsPerEpoch
    case .samples: timeline.batch?.samples(before: step) ?? 0
    case .tokens: timeline.batch?.tokens(before: step) ?? 0
    }
  }
}
