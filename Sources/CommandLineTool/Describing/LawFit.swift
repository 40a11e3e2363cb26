import Schedules

/// How far a run is from those that the constants of a law were fitted to.
struct LawFit {
  let preset: Objective.Preset?
  /// The largest rate of the run, and its updates.
  let peak: Double
  let count: Int

  init(of objective: Objective, _ rates: [Double]) {
    preset = objective.preset
    peak = rates.lazy.filter { !$0.isNaN }.max() ?? 0
    count = rates.count { !$0.isNaN }
  }

  /// The largest rates at which the constants hold.
  var peaks: ClosedRange<Double> { preset.map { $0.peak / 3...$0.peak * 3 } ?? 0...(.infinity) }
  /// The lengths at which they hold.
  var lengths: ClosedRange<Int> { preset.map { min(1000, $0.steps)...10 * $0.steps } ?? 0...(.max) }

  var isPeakOutside: Bool { !peaks.contains(peak) }
  var isLengthOutside: Bool { !lengths.contains(count) }
}
