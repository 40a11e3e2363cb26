import Logs
package import Schedules
import Text

/// The rates of a schedule that logged ones are compared with: one list, of a group or of the mean of all.
package struct LoggedPlan: Sendable {
  /// One value a row.
  package let rates: [Double]
  package let timeline: Timeline
  /// The group that they are of; `nil` where there is one.
  package let group: String?

  package init(rates: [Double], timeline: Timeline, group: String?) {
    self.rates = rates
    self.timeline = timeline
    self.group = group
  }

  /// The largest magnitude.
  var peak: Double { rates.reduce(0) { max($0, abs($1)) } }
}

/// Finds the row of a reading.
struct LoggedRows {
  private let log: Log
  private let stepsPerEpoch: Int
  private let countsEpochs: Bool
  /// Whether iterations go on counting over epochs.
  private let isGlobal: Bool

  init(_ log: Log, _ timeline: Timeline) {
    self.log = log
    stepsPerEpoch = max(1, timeline.stepsPerEpoch)
    // A plan of whole epochs has a row for each.
    countsEpochs = timeline.hasEpochs && timeline.stepsPerEpoch == 1 && !log.epochs.isEmpty
    let most = stepsPerEpoch
    isGlobal =
      log.unit == .stepOfEpoch && zip(log.steps, log.epochs).contains { $1 > 1 && $0 > most } && !countsEpochs
  }

  /// The row of a reading, which may lie outside the plan.
  /// - Parameter offset: what the convention adds to steps, or, where epochs are logged, to epochs.
  func row(of reading: Int, offset: Int, isAsked: Bool) -> Int {
    let step = log.steps[reading]
    switch log.unit {
    case .step:
      if countsEpochs { return log.epochs[reading] &+ (isAsked ? offset : 0) }
      return step &+ offset
    case .stepOfEpoch:
      if countsEpochs { return log.epochs[reading] &- 1 &+ (isAsked ? offset : 0) }
      if isGlobal || log.epochs.isEmpty { return step &+ offset }
      return (log.epochs[reading] &- 1) &* stepsPerEpoch &+ step &+ offset
    case .epoch: return (step &+ offset) &* stepsPerEpoch
    case .endOfEpoch(let first): return (step &- first &+ offset &+ 1) &* stepsPerEpoch &- 1
    }
  }
}
