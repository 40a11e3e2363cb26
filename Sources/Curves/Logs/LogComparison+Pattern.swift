import Logs
import Schedules
import Text

/// A schedule as it would be with one thing changed.
package enum PlanChange: Sendable {
  /// A run of another length.
  case length(Int)
  /// A warm-up of another length.
  case warmUp(Int)
}

extension LogComparison {
  /// Returns the rates of a changed schedule for the group of the divergence, at least up to a row; `nil` where it cannot be
  /// changed like this.
  package typealias Variants = (_ change: PlanChange, _ rows: Int) -> [Double]?

  /// Looks for what the differences have in common.
  package mutating func findPattern(_ variants: Variants) {
    guard let first else { return }
    if differing == 1, first.reading < log.steps.count - 1 || used > 3 {
      pattern = .oneReading
      if first.reading < log.steps.count - 1 { return }
    }
    let finder = PatternFinder(self, first)
    pattern = finder.pattern(variants) ?? pattern
  }
}

/// Tries the names of differences on the readings of one column.
private struct PatternFinder {
  private let values: PlannedValues
  private let logged: [Double]
  private let steps: [Int]
  private let precision: LogPrecision
  /// The readings that the plan has a row for, in the log’s order.
  private let used: [Int]
  /// Where the first that diverges stands among them.
  private let start: Int
  private let total: Int?

  init(_ comparison: LogComparison, _ first: LogComparison.Divergence) {
    let log = comparison.log
    let pair = comparison.pairing.pairs[first.pair]
    values = PlannedValues(log, pair.plan, comparison.convention, isAsked: comparison.isAsked)
    let column = log.columns[pair.column]
    logged = column.values
    steps = log.steps
    precision = comparison.tolerance.map { .relative($0) } ?? column.precision
    let values = values
    used = log.steps.indices.filter { !column.values[$0].isNaN && values.planned($0) != nil }
    start = used.firstIndex(of: first.reading) ?? 0
    total = log.total
  }

  /// The first step of a pattern; `nil` where the readings before it fit it as well.
  private func from(unless fitsAll: Bool) -> Int? { start == 0 || fitsAll ? nil : steps[used[start]] }

  func pattern(_ variants: LogComparison.Variants) -> LogPattern? {
    // What has scaled or stopped from the first reading on may look late, and what was right for some time is not scaled.
    if start == 0 {
      return scaled() ?? stretched(variants) ?? warmUp(variants) ?? late() ?? constant()
    }
    return late() ?? stretched(variants) ?? scaled() ?? warmUp(variants) ?? constant()
  }

  private func fits(_ reading: Int, _ planned: Double, peak: Double? = nil) -> Bool {
    precision.accepts(logged[reading], for: planned, peak: peak ?? values.peak)
  }

  // MARK: Scaled

  private func scaled() -> LogPattern? {
    let readings = used[start...]
    guard readings.count > 1, let largest = readings.max(by: { abs(logged[$0]) < abs(logged[$1]) }),
      let planned = values.planned(largest)?.rate, planned != 0, logged[largest] != 0
    else { return nil }
    let factor = logged[largest] / planned
    guard factor.isFinite, factor > 0 else { return nil }
    for candidate in [nice(factor, readings), factor].compactMap({ $0 }) {
      func isScaled(_ reading: Int) -> Bool {
        values.planned(reading).map { fits(reading, candidate * $0.rate, peak: candidate * values.peak) } ?? false
      }
      let shown = candidate == factor ? Double(Significant.text(factor)) ?? factor : candidate
      if readings.allSatisfy(isScaled) { return .scaled(shown, from: from(unless: used.allSatisfy(isScaled))) }
    }
    return nil
  }

  /// The shortest decimal near a factor that still fits where the value is largest.
  private func nice(_ factor: Double, _ readings: ArraySlice<Int>) -> Double? {
    var unit = 1.0
    for _ in 0..<9 {
      let rounded = (factor * unit).rounded() / unit
      if rounded > 0, abs(rounded - factor) <= 1e-4 * factor { return rounded }
      unit *= 10
    }
    return nil
  }

  // MARK: Late

  /// More rows than these no skipped updates make.
  private static let mostRows = 200_000
  private static let mostLags = 8

  private func late() -> LogPattern? {
    var lag = 0
    var lags: [LogPattern.Lag] = []
    var place = start
    while place < used.count {
      if let planned = values.planned(used[place], late: lag), fits(used[place], planned.rate) {
        place += 1
        continue
      }
      // What lies before the plan's first row says nothing.
      if values.planned(used[place], late: lag) == nil, !lags.isEmpty {
        place += 1
        continue
      }
      // Updates are skipped, and never made up for.
      guard lags.count < Self.mostLags, let next = nextLag(after: lag, at: place),
        lags.isEmpty || next > lag && lag > 0
      else { return nil }
      lag = next
      let isFromStart =
        lags.isEmpty
        && used[..<place].allSatisfy { reading in
          values.planned(reading, late: lag).map { fits(reading, $0.rate) } ?? true
        }
      lags.append(LogPattern.Lag(rows: lag, step: isFromStart ? nil : steps[used[place]]))
    }
    guard !lags.isEmpty, used.count - start > 1 else { return nil }
    return .late(lags)
  }

  private func nextLag(after lag: Int, at place: Int) -> Int? {
    let most = min(Self.mostRows, max(1, values.plan.rates.count))
    for distance in 1...most {
      for candidate in [lag + distance, lag - distance] where holds(candidate, from: place) { return candidate }
    }
    return nil
  }

  private func holds(_ lag: Int, from place: Int) -> Bool {
    let probes = used[place..<min(used.count, place + 4)]
    var seen = 0
    for reading in probes {
      guard let planned = values.planned(reading, late: lag) else { continue }
      guard fits(reading, planned.rate) else { return false }
      seen += 1
    }
    return seen > 1 || seen == 1 && probes.count == 1 && place > start
  }

  // MARK: Another schedule

  private func row(_ reading: Int) -> Int { values.row(reading) }

  /// Whether readings from one on are what a changed schedule has: the first few of them before all are run for.
  private func fits(_ change: PlanChange, _ variants: LogComparison.Variants, from place: Int) -> [Double]? {
    for last in [min(place + 8, used.count - 1), used.count - 1] {
      let rows = (used[...last].lazy.map(row).max() ?? 0) + 1
      guard let rates = variants(change, rows), fits(rates, from: place, upTo: last) else { return nil }
      if last == used.count - 1 { return rates }
    }
    return nil
  }

  private func fits(_ rates: [Double], from place: Int, upTo last: Int) -> Bool {
    guard place <= last else { return true }
    let peak = rates.reduce(0) { max($0, abs($1)) }
    return used[place...last].allSatisfy { reading in
      let row = row(reading)
      return row >= 0 && row < rates.count && fits(reading, rates[row], peak: peak)
    }
  }

  private func stretched(_ variants: LogComparison.Variants) -> LogPattern? {
    let length = values.plan.rates.count
    func stretched(to steps: Int) -> LogPattern? {
      guard steps > 0, steps != length, let rates = fits(.length(steps), variants, from: start) else { return nil }
      return .stretched(steps, from: from(unless: fits(rates, from: 0, upTo: used.count - 1)))
    }
    if let total, let pattern = stretched(to: total) { return pattern }
    // To try long runs would take long.
    guard length <= 2_000_000, let probe = probe() else { return nil }
    func above(_ steps: Int) -> Bool? {
      guard let rates = variants(.length(steps), row(probe) + 1), row(probe) < rates.count else { return nil }
      return rates[row(probe)] > logged[probe]
    }
    guard let found = crossing(near: length, most: 32 * length, above) else { return nil }
    // A run has whole epochs, and to few digits several lengths fit: the roundest is the likeliest.
    let epoch = values.plan.timeline.stepsPerEpoch
    let rounds = [epoch, 1000, 100, 10].map { unit in
      Int(exactly: (Double(found) / Double(unit)).rounded()).map { $0 * unit } ?? found
    }
    let near = rounds.filter { Double(abs($0 - found)) <= max(2, 0.01 * Double(found)) }
    for steps in near + [found, found - 1, found + 1] {
      if let pattern = stretched(to: steps) { return pattern }
    }
    return nil
  }

  /// A reading that tells lengths apart: the largest that is not what was planned, after half of them.
  private func probe() -> Int? {
    var half = (used.count - start) / 2
    // Readings in full tell them apart where they have hardly parted, and there is less to run.
    switch precision {
    case .exact, .short: half = min(half, 50_000)
    default: break
    }
    let late = used[(start + half)...]
    return late.first { reading in
      values.planned(reading).map { !fits(reading, $0.rate) && logged[reading] > 0 } ?? false
    }
  }

  /// The whole number next to which an answer changes, looked for up and down from a number.
  private func crossing(near start: Int, most: Int, _ isAbove: (Int) -> Bool?) -> Int? {
    guard let atStart = isAbove(start) else { return nil }
    for factors in [[1.02, 1.1, 1.25, 1.5, 2, 3, 5, 10, 32], [0.98, 0.9, 0.75, 0.5, 0.33, 0.2, 0.1, 0.03]] {
      var last = start
      for factor in factors {
        guard let next = Int(exactly: (Double(start) * factor).rounded()), next > 0, next <= most, next != last else {
          continue
        }
        guard let answer = isAbove(next) else { break }
        if answer != atStart { return bisect(last, next, atStart, isAbove) }
        last = next
      }
    }
    return nil
  }

  /// Of two numbers next to each other with different answers, the one whose answer is no more than the reading.
  private func bisect(_ one: Int, _ other: Int, _ answer: Bool, _ isAbove: (Int) -> Bool?) -> Int? {
    var (same, different) = (one, other)
    while abs(same - different) > 1 {
      let middle = same + (different - same) / 2
      guard let next = isAbove(middle) else { return nil }
      if next == answer { same = middle } else { different = middle }
    }
    return answer ? different : same
  }

  private func warmUp(_ variants: LogComparison.Variants) -> LogPattern? {
    if fits(.warmUp(0), variants, from: 0) != nil { return .noWarmUp }
    // Where the warm-up has another length the first reading that grows tells it: W′ = W · planned / logged.
    guard start < used.count, let planned = values.planned(used[start]), logged[used[start]] > 0, planned.rate > 0
    else { return nil }
    func above(_ steps: Int) -> Bool? {
      let row = row(used[start])
      guard let rates = variants(.warmUp(steps), row + 1), row < rates.count else { return nil }
      return rates[row] > logged[used[start]]
    }
    let length = values.plan.rates.count
    guard length <= 2_000_000, let found = bisect(1, length, true, { above($0) ?? false }) else { return nil }
    for steps in [found, found - 1, found + 1] where steps > 0 && fits(.warmUp(steps), variants, from: start) != nil {
      return .warmUp(steps)
    }
    return nil
  }

  // MARK: Constant

  private func constant() -> LogPattern? {
    let readings = used[start...]
    guard readings.count > 2, let first = readings.first else { return nil }
    guard readings.allSatisfy({ precision.accepts(logged[$0], for: logged[first], peak: values.peak) }) else {
      return nil
    }
    return .constant(logged[first], from: from(unless: false))
  }
}
