/// The ways in which schedules rise while they warm up.
enum Ramp {
  /// A line from `start` at step 0 to 1 at step `length`; both are parts of the rate that is warmed up to.
  static func linear(_ step: Double, over length: Double, from start: Double) -> Double {
    start + (1 - start) * (step / length)
  }
}
