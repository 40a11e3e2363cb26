/// How the updates of a run make epochs and turns, and see samples and tokens.
package struct Timeline: Sendable, Equatable {
  /// Updates of the run.
  package let steps: Int
  /// Updates of an epoch.
  package let stepsPerEpoch: Int
  /// Epochs of the run; one that has begun counts.
  package let epochs: Int
  /// Whether the file speaks of epochs: a run of so many updates need not have any, and each of its updates is one then.
  package let hasEpochs: Bool
  /// What updates see, as far as the file says so.
  package var batch: Batch?
  /// Whether tables show what was seen: a file with a `batch` wants it.
  package var showsBatch = false
  /// Whether the run is as long as its schedule, in whole epochs, since the file does not say how long it is.
  package internal(set) var isOfSchedule = false
  /// Whether a step is an update: where epochs are run and their updates are not known, it is an epoch.
  package var countsUpdates = true
  /// Updates of an epoch, unless only the training loop knows how many.
  let givenStepsPerEpoch: Int?

  /// A run of whole epochs.
  package init(epochs: Int, stepsPerEpoch given: Int? = nil) {
    let stepsPerEpoch = given ?? 1
    // A product that overflows is refused for its size; until then it only must not trap.
    let (steps, overflow) = epochs.multipliedReportingOverflow(by: stepsPerEpoch)
    self.steps = overflow ? .max : steps
    self.stepsPerEpoch = stepsPerEpoch
    self.epochs = epochs
    hasEpochs = true
    countsUpdates = given != nil
    givenStepsPerEpoch = given
  }

  /// A run of so many updates, whose last epoch may be cut short; without a length of epochs it has none.
  package init(steps: Int, stepsPerEpoch given: Int? = nil) {
    self.steps = steps
    stepsPerEpoch = given ?? 1
    epochs = Timeline.parts(of: steps, each: stepsPerEpoch)
    hasEpochs = given != nil
    givenStepsPerEpoch = stepsPerEpoch
  }

  /// Turns that begin within the run.
  package func turns(of cadence: Cadence) -> Int {
    Timeline.parts(of: steps, each: cadence.updates(ofEpochs: stepsPerEpoch))
  }

  /// How long the run is as a scheduler counts that is stepped like this.
  package func length(for cadence: Cadence) -> RunLength {
    let (count, overflow) = turns(of: cadence).multipliedReportingOverflow(by: cadence.times)
    guard cadence.interval == .step else {
      return RunLength(count: overflow ? .max : count, perEpoch: cadence.every == 1 ? cadence.times : 1)
    }
    let (perEpoch, tooMany) = (stepsPerEpoch / cadence.every).multipliedReportingOverflow(by: cadence.times)
    return RunLength(count: overflow ? .max : count, perEpoch: tooMany ? .max : max(1, perEpoch))
  }

  /// The epochs that a scheduler's own steps take, not rounded.
  func epochs(taking steps: Double, at cadence: Cadence) -> Double {
    let turns = steps / Double(cadence.times) * Double(cadence.every)
    return cadence.interval == .step ? turns / Double(stepsPerEpoch) : turns
  }

  private static func parts(of whole: Int, each length: Int) -> Int {
    guard length > 0 else { return whole }
    let (quotient, remainder) = whole.quotientAndRemainder(dividingBy: length)
    return quotient + (remainder > 0 ? 1 : 0)
  }
}
