/// How long the run is that a scheduler belongs to, counted as the scheduler counts.
///
/// Some frameworks take their total from the run unless it is given: transformers its training steps, MMEngine the end of
/// a window.
package struct RunLength: Sendable, Equatable {
  /// How many values the scheduler gives, the one at its attachment included: epochs, or steps if it is stepped each step.
  package let count: Int
  /// How many of them make an epoch: 1 for a scheduler that is stepped per epoch.
  package let perEpoch: Int

  package init(count: Int, perEpoch: Int = 1) {
    self.count = count
    self.perEpoch = perEpoch
  }

  /// The epochs of the run; one that has begun counts.
  package var epochs: Int { perEpoch > 0 ? count / perEpoch + (count % perEpoch == 0 ? 0 : 1) : count }

  /// A part of the run.
  func part(from start: Double, to end: Double) -> RunLength {
    let (start, end) = (max(0, min(start, Double(count))), max(0, min(end, Double(count))))
    return RunLength(count: Int(exactly: max(1, (end - start).rounded(.up))) ?? count, perEpoch: perEpoch)
  }
}
