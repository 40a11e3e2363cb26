import Text

/// Equal steps for equal ratios.
struct LogarithmicScale: Scale {
  let pixels: PixelRange
  let lowerLimit: Double
  private let low: Double
  private let span: Double

  /// - Parameter lowerLimit: what is not above it has no place on the axis; 0 at least.
  init(low: Double, high: Double, pixels: PixelRange, lowerLimit: Double = 0) {
    self.pixels = pixels
    self.lowerLimit = lowerLimit
    self.low = Libm.log(low)
    span = Libm.log(high) - self.low
  }

  func fraction(of value: Double) -> Double { (Libm.log(value) - low) / span }
}
