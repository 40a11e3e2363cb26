/// The coordinates at which a scale begins and ends.
struct PixelRange: Sendable, Equatable {
  let start: Double
  let end: Double

  /// The place at a fraction of the way; what is outside stops at the nearer end.
  func place(at fraction: Double) -> Double {
    guard fraction.isFinite else { return start }
    return start + (end - start) * max(0, min(fraction, 1))
  }
}
