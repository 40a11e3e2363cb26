/// Numbers for people: rounded to a few significant digits.
package enum SignificantDigits {
  /// A number with at most `count` significant digits: `0.1`, `3.415e-05`, `12`.
  package static func text(_ value: Double, count: Int) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : value.description }
    let exponent = Libm.log10(abs(value)).rounded(.down)
    // Scaled by a power that is exact, and by its inverse, so that 0.1 stays 0.1.
    let shift = Double(max(1, count) - 1) - exponent
    guard abs(shift) < 300 else { return value.description }
    let power = Libm.pow(10, abs(shift))
    let rounded =
      shift >= 0 ? (value * power).rounded() / power : (value / power).rounded() * power
    guard let whole = Int(exactly: rounded), abs(whole) < 1_000_000 else { return rounded.description }
    return String(whole)
  }
}
