package import Logs
import Schedules
import Text

/// Whether a run does what its schedule says, by its log.
package struct LogComparison: Sendable {
  /// A reading that is not what was planned.
  package struct Divergence: Sendable {
    /// The step as logged.
    package let step: Int
    package let row: Int
    package let logged: Double
    package let planned: Double
    /// Where it stands in the log.
    package let place: Int
    /// The log’s column and the schedule’s group, where there are several.
    package let column: String?
    package let group: String?
    let reading: Int
    let pair: Int
  }

  package let convention: LogConvention
  /// Whether the user said so.
  package let isAsked: Bool
  package let pairing: LogPairing
  package let precision: LogPrecision
  /// “to the bit”, “to 4 digits”.
  package private(set) var exactness = ""
  /// Readings that were compared with the plan.
  package private(set) var used = 0
  /// Readings of steps that the plan does not have.
  package private(set) var beyond = 0
  package private(set) var firstBeyond: Int?
  /// Readings of steps that stand there before.
  package private(set) var repeated = 0
  /// Readings that differ.
  package private(set) var differing = 0
  package private(set) var first: Divergence?
  /// Whether the last reading was left out: it ends where the file does, and would be the only one that differs.
  package private(set) var leavesOutLast = false
  /// What the differences have in common.
  package internal(set) var pattern: LogPattern?

  let log: Log
  /// How far a value may be off, as a fraction of it, where the user says so.
  let tolerance: Double?

  package var agrees: Bool { first == nil }

  /// The comparison by the convention and the pairing under which most readings agree; the likeliest of several.
  package static func of(
    _ log: Log, _ pairings: [LogPairing], offset: Int?, tolerance: Double?
  ) -> LogComparison? {
    let conventions = offset.map { [LogConvention.offset($0)] } ?? log.form.conventions
    var best: LogComparison?
    for convention in conventions {
      for pairing in pairings {
        let made = LogComparison(log, pairing, convention, isAsked: offset != nil, tolerance: tolerance)
        if made.agrees, made.used > 0 { return made }
        if best.map({ made.isBetter(than: $0) }) ?? true { best = made }
      }
    }
    return best
  }

  /// Whether its first difference comes later; a few readings more that happen to agree say nothing.
  private func isBetter(than other: LogComparison) -> Bool {
    guard let first, let otherFirst = other.first else { return false }
    return first.reading > otherFirst.reading
  }

  private init(
    _ log: Log, _ pairing: LogPairing, _ convention: LogConvention, isAsked: Bool, tolerance: Double?
  ) {
    self.log = log
    self.pairing = pairing
    self.convention = convention
    self.isAsked = isAsked
    self.tolerance = tolerance
    precision =
      tolerance.map { .relative($0) } ?? pairing.pairs.first.map { log.columns[$0.column].precision } ?? .exact
    compare()
  }

  private mutating func compare() {
    repeated = LogComparison.repeated(log)
    let values = pairing.pairs.map { PlannedValues(log, $0.plan, convention, isAsked: isAsked) }
    var (isSame, isClose) = (true, true)
    let isOne = pairing.pairs.count == 1
    for reading in log.steps.indices {
      var (isUsed, isBeyond, differs) = (false, false, false)
      for (index, pair) in pairing.pairs.enumerated() {
        let column = log.columns[pair.column]
        let logged = column.values[reading]
        if logged.isNaN { continue }
        guard let (row, planned) = values[index].planned(reading) else {
          isBeyond = true
          continue
        }
        isUsed = true
        if logged == planned { continue }
        isSame = false
        let precision = tolerance.map { .relative($0) } ?? column.precision
        if precision.accepts(logged, for: planned, peak: values[index].peak) {
          if isClose { isClose = LogPrecision.exact.accepts(logged, for: planned, peak: values[index].peak) }
          continue
        }
        differs = true
        if first == nil {
          let group = isOne ? pair.plan.group : pair.plan.group ?? ""
          first = Divergence(
            step: log.steps[reading], row: row, logged: logged, planned: planned, place: log.places[reading],
            column: log.columns.count > 1 ? column.name : nil, group: group.flatMap { $0.isEmpty ? nil : $0 },
            reading: reading, pair: index)
        }
      }
      if isUsed {
        used += 1
      } else if isBeyond {
        beyond += 1
        if firstBeyond == nil { firstBeyond = log.steps[reading] }
      }
      if differs { differing += 1 }
    }
    if log.lastMayBeCut, differing == 1, first?.reading == log.steps.count - 1, used > 1 {
      (first, differing, used, leavesOutLast) = (nil, 0, used - 1, true)
    }
    exactness = isSame ? "to the bit" : exactness(isClose: isClose)
  }

  private func exactness(isClose: Bool) -> String {
    if case .short = precision, isClose { return LogPrecision.exact.words }
    return precision.words
  }

  /// How many readings are of steps that were logged before.
  private static func repeated(_ log: Log) -> Int {
    var (highest, count) = (-1, 0)
    // A log that counts the steps of each epoch anew goes back at each.
    let isByEpoch = log.unit == .stepOfEpoch && log.epochs.count == log.steps.count
    var epoch = -1
    for (index, step) in log.steps.enumerated() {
      if isByEpoch {
        if log.epochs[index] > epoch {
          (highest, epoch) = (-1, log.epochs[index])
        } else if log.epochs[index] < epoch {
          count += 1
          continue
        }
      }
      if step <= highest { count += 1 } else { highest = step }
    }
    return count
  }
}

/// What a plan says of the readings of a log.
struct PlannedValues {
  let plan: LoggedPlan
  let peak: Double
  private let log: Log
  private let rows: LoggedRows
  private let offset: Int
  private let isAsked: Bool
  /// The sums of the rates before each row, where means are compared.
  private let sums: [Double]

  init(_ log: Log, _ plan: LoggedPlan, _ convention: LogConvention, isAsked: Bool) {
    self.log = log
    self.plan = plan
    self.isAsked = isAsked
    peak = plan.peak
    rows = LoggedRows(log, plan.timeline)
    switch convention {
    case .offset(let offset):
      self.offset = offset
      sums = []
    case .mean:
      offset = 0
      var (sums, sum) = ([0.0], 0.0)
      sums.reserveCapacity(plan.rates.count + 1)
      for rate in plan.rates {
        sum += rate
        sums.append(sum)
      }
      self.sums = sums
    }
  }

  /// The row of a reading, in the plan or beyond it.
  func row(_ reading: Int) -> Int { rows.row(of: reading, offset: offset, isAsked: isAsked) }

  /// The row of a reading and what is planned there; `nil` beyond the plan.
  func planned(_ reading: Int, late lag: Int = 0) -> (row: Int, rate: Double)? {
    let row = row(reading) &- lag
    guard row >= 0, row < plan.rates.count else { return nil }
    guard !sums.isEmpty else { return (row, plan.rates[row]) }
    let before =
      reading > 0 ? self.row(reading - 1) &- lag : row &- (log.steps.count > 1 ? log.steps[1] &- log.steps[0] : 1)
    let start = min(row, max(0, before &+ 1))
    return (row, (sums[row + 1] - sums[start]) / Double(row + 1 - start))
  }
}
