/// Equal steps for equal differences.
struct LinearScale: Scale {
  let low: Double
  let high: Double
  let pixels: PixelRange

  func fraction(of value: Double) -> Double {
    // Halves, so that the difference of the largest numbers is still one.
    (value / 2 - low / 2) / (high / 2 - low / 2)
  }

  var lowerLimit: Double { -.infinity }
}
