import Text

/// Numbers to be read at a glance: at most four significant digits.
package enum Significant {
  /// The number, as a decimal from 1e-4 up to 1e6 and with an exponent beyond.
  package static func text(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : "\(value)" }
    let magnitude = abs(value)
    guard var exponent = Int(exactly: Libm.log10(magnitude).rounded(.down)) else { return "\(value)" }
    var digits = significand(magnitude, exponent)
    // The logarithm may be off by one next to a power of ten, and rounding may carry into a fifth digit.
    if digits >= 10_000 {
      exponent += 1
      digits = significand(magnitude, exponent)
    } else if digits < 1000 {
      exponent -= 1
      digits = significand(magnitude, exponent)
    }
    let sign = value < 0 ? "-" : ""
    if exponent >= 4, exponent < 6, let whole = Int(exactly: magnitude.rounded()) { return "\(sign)\(whole)" }
    if exponent >= -4, exponent < 4 { return sign + TickLabels.decimal(trimmed(digits, places: 3 - exponent)) }
    return sign + TickLabels.decimal(trimmed(digits, places: 3)) + "e\(exponent)"
  }

  /// The leading four digits, rounded.
  private static func significand(_ magnitude: Double, _ exponent: Int) -> Int {
    // Two factors, because 10³⁰⁸ is the last power of ten that a double holds.
    let shift = 3 - exponent
    let half = shift / 2
    let scaled = magnitude * Libm.pow(10, Double(half)) * Libm.pow(10, Double(shift - half))
    return Int(exactly: scaled.rounded()) ?? 9999
  }

  private static func trimmed(_ digits: Int, places: Int) -> (Int, places: Int) {
    var (digits, places) = (digits, places)
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    return (digits, places)
  }
}
