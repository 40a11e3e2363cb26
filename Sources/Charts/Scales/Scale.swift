/// Where values stand on an axis.
protocol Scale: Sendable {
  /// How far along the axis a value is: from 0 to 1 where it is on it.
  func fraction(of value: Double) -> Double
  /// The coordinates at which the axis begins and ends.
  var pixels: PixelRange { get }
  /// Values that are not above this one have no place on the axis.
  var lowerLimit: Double { get }
}

extension Scale {
  /// The coordinate of a value, always a finite one.
  func position(of value: Double) -> Double { pixels.place(at: fraction(of: value)) }
}

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
