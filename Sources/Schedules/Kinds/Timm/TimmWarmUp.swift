/// A line from a fixed rate to the base rate, with which all of timm's schedules begin.
struct TimmWarmUp: Sendable {
  /// Steps of it; one of less than none still sets the first rate.
  let length: Double
  /// Whether Python counts those steps as an int.
  var isWhole = true
  /// The rate at which it starts, the same for all param groups.
  let start: Double
  /// Whether the schedule after it counts from its end; if not, it has been running all the time.
  let isPrefix: Bool

  var isWanted: Bool { length != 0 }

  /// The rate of a step within it.
  func rate(at step: Double, to target: Double) -> Double { start + step * ((target - start) / length) }
}
