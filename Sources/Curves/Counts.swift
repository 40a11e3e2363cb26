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

  /// Whether a step is in the same epoch of all its curves.
  package var hasCommonEpochs: Bool { columns.allSatisfy { $0.timeline.stepsPerEpoch == stepsPerEpoch } }

  /// A count at a step; `nil` for an epoch where the curves that get so far are in different ones.
  package func value(_ count: Count, at step: Int) -> Int? {
    switch count {
    case .step: step
    case .epoch: epoch(at: step)
    case .samples: timeline.batch?.samples(before: step) ?? 0
    case .tokens: timeline.batch?.tokens(before: step) ?? 0
    }
  }

  private func epoch(at step: Int) -> Int? {
    if hasCommonEpochs { return step / stepsPerEpoch }
    let epochs = columns.lazy.filter { step < $0.timeline.steps }.map { step / $0.timeline.stepsPerEpoch }
    return epochs.first.flatMap { first in epochs.allSatisfy { $0 == first } ? first : nil }
  }
}
