package import Logs
import Schedules
import Text

/// The rates of a run at some of its steps.
package struct RateReadings: Sendable {
  /// Steps in ascending order, each once.
  package let rows: [Int]
  package let rates: [Double]
  package let precision: LogPrecision
  /// How many steps the run was to have, if that is known.
  package let total: Int?

  /// The readings of a column of a log by a convention; of repeated steps the last one counts.
  package init(_ log: Log, column: Int, offset: Int) {
    let rows = LoggedRows(log, Timeline(epochs: 1))
    let values = log.columns[column].values
    var readings: [(row: Int, rate: Double)] = []
    readings.reserveCapacity(log.steps.count)
    for reading in log.steps.indices where !values[reading].isNaN {
      let row = rows.row(of: reading, offset: offset, isAsked: true)
      if row >= 0 { readings.append((row, values[reading])) }
    }
    // Repeated steps are rare, and most logs are in order.
    if !zip(readings, readings.dropFirst()).allSatisfy({ $0.row < $1.row }) {
      var last: [Int: Double] = [:]
      for reading in readings { last[reading.row] = reading.rate }
      readings = last.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
    self.rows = readings.map(\.row)
    rates = readings.map(\.rate)
    precision = log.columns[column].precision
    total = log.unit == .step ? log.total : nil
  }

  package var count: Int { rows.count }
  var peak: Double { rates.reduce(0) { max($0, abs($1)) } }

  /// What part of the peak a value may be off by being written as it is.
  var noise: Double {
    switch precision {
    case .exact: 1e-12
    case .single: 1e-7
    case .short(let digits), .digits(let digits): Libm.pow(10, Double(-min(digits, 15)))
    case .decimals(let places): Libm.pow(10, -Double(places)) / max(peak, 1e-300)
    case .relative(let part): part
    }
  }
}
