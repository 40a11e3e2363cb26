/// How far a run has got.
package struct RunPlace: Sendable, Equatable {
  /// Updates that are done.
  package let updates: Int
  /// Whole epochs that are done.
  package let epochs: Int

  package init(updates: Int, epochs: Int) {
    self.updates = updates
    self.epochs = epochs
  }

  package init(updates: Int, stepsPerEpoch: Int) {
    self.init(updates: updates, epochs: updates / max(1, stepsPerEpoch))
  }

  /// Updates or whole epochs that are done.
  func done(_ interval: Interval) -> Int { interval == .step ? updates : epochs }

  /// The steps that a scheduler has taken which is stepped like this.
  func steps(at cadence: Cadence) -> Int {
    let (steps, overflow) = (done(cadence.interval) / cadence.every).multipliedReportingOverflow(by: cadence.times)
    return overflow ? .max : steps
  }
}
