import Diagnostics

/// The average of the last values, as transformers keeps it: with a sum to which each is added once and taken off once.
struct RollingAverage: Sendable {
  /// The window as a ring: as soon as it is full, `oldest` is where the next value goes.
  private var values: [Double] = []
  private var oldest = 0
  private var sum = 0.0

  /// The average when a value has come in; a window of none leaves nothing to average.
  mutating func adding(_ value: Double, window: Double) throws(Diagnostic) -> Double {
    sum += value
    guard Double(values.count + 1) > window else {
      values.append(value)
      return sum / Double(values.count)
    }
    guard !values.isEmpty else {
      throw Diagnostic(.run, "division by zero: a window_size of \(Shown.number(window)) averages nothing")
    }
    sum -= values[oldest]
    values[oldest] = value
    oldest = (oldest + 1) % values.count
    return sum / Double(values.count)
  }
}
