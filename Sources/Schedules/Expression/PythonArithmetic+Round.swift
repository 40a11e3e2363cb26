import Text

extension PythonArithmetic {
  /// `round(x, digits)`: the double nearest to the decimal nearest to x's exact value, ties to the even digit.
  ///
  /// `x * scale` is rounded itself, and would round `2.675` up; so its error is computed too, exactly, and asked when
  /// the product looks like a tie.
  static func round(_ x: Double, digits: Double) throws(PythonError) -> Double {
    guard let places = Int(exactly: digits), places.magnitude < PowerOfTen.exact.count.magnitude else {
      throw .digits(digits)
    }
    guard x.isFinite else { return x }
    let scale = PowerOfTen.exact[Int(places.magnitude)]
    if places < 0 { return try roundLeft(x, to: scale) }

    let product = x * scale
    // From 2⁵³ on the neighbouring decimals are closer to x than to any other double.
    guard product.magnitude < 0x1p53 else { return x }
    let error = (-product).addingProduct(x, scale)
    var nearest = product.rounded(.toNearestOrEven)
    let rest = product - nearest
    if rest == 0.5, error > 0 { nearest += 1 }
    if rest == -0.5, error < 0 { nearest -= 1 }
    return nearest / scale
  }

  /// Rounds to a multiple of ten, hundred …: IEEE's remainder is exact and belongs to the nearest, even multiple.
  private static func roundLeft(_ x: Double, to unit: Double) throws(PythonError) -> Double {
    let result = x - x.remainder(dividingBy: unit)
    guard result.isFinite else { throw .overflow("round") }
    return Double(signOf: x, magnitudeOf: result)
  }
}
