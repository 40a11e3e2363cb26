import Diagnostics
import Logs
import Schedules
import Text

/// Tests hypotheses on readings.
struct Trial {
  let readings: RateReadings
  private let peak: Double
  private var (tried, rows) = (0, 0)

  init(_ readings: RateReadings) {
    self.readings = readings
    peak = readings.peak
  }

  /// Whether enough was tried: a curve that nothing fits must not be tried for long.
  var isOver: Bool { tried >= 4000 || tried >= 32 && rows >= 12_000_000 }

  /// How exactly a hypothesis gives all readings.
  ///
  /// `nil` if it does not: it is run only as far as it fits.
  mutating func exactness(of hypothesis: Hypothesis, steps: Int) -> String? {
    tried += 1
    guard var stepper = hypothesis.stepper(steps: steps) else { return nil }
    var (row, isSame, isClose) = (0, true, true)
    defer { rows += row }
    for (index, wanted) in readings.rows.enumerated() {
      while row < wanted {
        do throws(Diagnostic) {
          try stepper.end(isUpdate: true, endsEpoch: true) { _ in nil }
        } catch {
          return nil
        }
        row += 1
      }
      let (logged, rate) = (readings.rates[index], stepper.optimizer.groups[0].lr)
      if logged == rate { continue }
      guard readings.precision.accepts(logged, for: rate, peak: peak) else { return nil }
      isSame = false
      if isClose { isClose = LogPrecision.exact.accepts(logged, for: rate, peak: peak) }
    }
    return isSame ? "to the bit" : isClose ? LogPrecision.exact.words : readings.precision.words
  }
}
