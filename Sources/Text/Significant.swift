/// Numbers to be read at a glance: at most four significant digits.
package enum Significant {
  /// The number, as a decimal from 1e-4 up to 1e6 and with an exponent beyond.
  package static func text(_ value: Double) -> String {
    var text = ""
    LineBuffer.with(capacity: room) { line in
      append(value, to: &line)
      text = line.text
    }
    return text
  }

  /// Room for a sign, a significand and the mark of an exponent.
  private static let room = 64

  /// Appends what `text` gives.
  package static func append(_ value: Double, to line: inout LineBuffer) {
    guard value.isFinite else { return line.append(shortest: value) }
    if value == 0 { return line.append(UInt8(ascii: "0")) }
    let magnitude = abs(value)
    guard var exponent = Int(exactly: Libm.log10(magnitude).rounded(.down)) else { return }
    var digits = significand(magnitude, exponent)
    // The logarithm may be off by one next to a power of ten, and rounding may carry into a fifth digit.
    if digits >= 10_000 {
      exponent += 1
      digits = significand(magnitude, exponent)
    } else if digits < 1000 {
      exponent -= 1
      digits = significand(magnitude, exponent)
    }
    if value < 0 { line.append(UInt8(ascii: "-")) }
    if exponent >= 4, exponent < 6, let whole = Int(exactly: magnitude.rounded()) { return line.append(integer: whole) }
    let isDecimal = exponent >= -4 && exponent < 4
    line.append(units: digits, places: isDecimal ? 3 - exponent : 3)
    if isDecimal { return }
    line.append(UInt8(ascii: "e"))
    line.append(integer: exponent)
  }

  /// The leading four digits, rounded.
  private static func significand(_ magnitude: Double, _ exponent: Int) -> Int {
    // Two factors, because 10³⁰⁸ is the last power of ten that a double holds.
    let shift = 3 - exponent
    let half = shift / 2
    let scaled = magnitude * powerOfTen(half) * powerOfTen(shift - half)
    return Int(exactly: scaled.rounded()) ?? 9999
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    PowerOfTen.exact.indices.contains(exponent) ? PowerOfTen.exact[exponent] : Libm.pow(10, Double(exponent))
  }
}
