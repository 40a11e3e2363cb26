import Text

/// Where values stand on an axis: equal steps for equal differences, or for equal ratios.
struct ValueScale: Sendable {
  /// The coordinates at which the axis begins and ends.
  let pixels: PixelRange
  /// Values that are not above this one have no place on the axis.
  let lowerLimit: Double
  private let isLogarithmic: Bool
  /// The half of the lowest value, or its logarithm.
  private let low: Double
  /// From there to the same of the highest value.
  private let span: Double

  /// Equal steps for equal differences.
  static func linear(low: Double, high: Double, pixels: PixelRange) -> ValueScale {
    // Halves, so that the difference of the largest numbers is still one.
    ValueScale(
      pixels: pixels, lowerLimit: -.infinity, isLogarithmic: false, low: low / 2, span: high / 2 - low / 2)
  }

  /// Equal steps for equal ratios.
  ///
  /// - Parameter limit: what is not above it has no place on the axis; 0 at least.
  static func logarithmic(low: Double, high: Double, pixels: PixelRange, lowerLimit limit: Double = 0) -> ValueScale {
    let start = Libm.log(low)
    return ValueScale(
      pixels: pixels, lowerLimit: limit, isLogarithmic: true, low: start, span: Libm.log(high) - start)
  }

  /// How far along the axis a value is: from 0 to 1 where it is on it.
  func fraction(of value: Double) -> Double { ((isLogarithmic ? Libm.log(value) : value / 2) - low) / span }

  /// The coordinate of a value, always a finite one.
  func position(of value: Double) -> Double { pixels.place(at: fraction(of: value)) }
}
