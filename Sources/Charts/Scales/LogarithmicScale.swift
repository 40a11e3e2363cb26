import Text

/// Equal steps for equal ratios.
struct LogarithmicScale: Scale {
  let pixels: Interval
  private let low: Double
  private let span: Double

  init(low: Double, high: Double, pixels: Interval) {
    self.pixels = pixels
    self.low = Libm.log(low)
    span = Libm.log(high) - self.low
  }

  func position(of value: Double) -> Double {
    pixels.place(at: (Libm.log(value) - low) / span)
  }

  var lowerLimit: Double { 0 }
}
