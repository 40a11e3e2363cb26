/// How far a run has got.
package struct RunPlace: Sendable, Equatable {
  /// Updates that are done.
  package let updates: Int
  package let stepsPerEpoch: Int

  package init(updates: Int, stepsPerEpoch: Int) {
    self.updates = updates
    self.stepsPerEpoch = stepsPerEpoch
  }

  /// Updates or whole epochs that are done.
  func done(_ interval: Interval) -> Int { interval == .step ? updates : updates / max(1, stepsPerEpoch) }

  /// The steps that a scheduler has taken which is stepped like this.
  func steps(at cadence: Cadence) -> Int {
    let (steps, overflow) = (done(cadence.interval) / cadence.every).multipliedReportingOverflow(by: cadence.times)
    return overflow ? .max : steps
  }
}
