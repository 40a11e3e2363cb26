import Text

/// How the numbers of a panel are written beside its ticks, in the ticks' own notation.
struct Numerals: Sendable, Equatable {
  let notation: TickLabels.Notation
  /// The decimals of the ticks, or of their mantissas.
  private let places: Int
  /// The largest magnitude that the axis spans.
  private let largest: Double

  init(of ticks: Ticks) {
    var (hasExponent, most) = (false, 0)
    for tick in ticks.all {
      var decimals: Int?
      for byte in tick.label.utf8 {
        if byte == UInt8(ascii: "e") {
          hasExponent = true
          break
        }
        decimals = byte == UInt8(ascii: ".") ? 0 : decimals.map { $0 + 1 }
      }
      most = max(most, decimals ?? 0)
    }
    notation = hasExponent ? .exponent : .plain
    places = most
    largest = max(abs(ticks.low), abs(ticks.high))
  }

  /// At most four significant digits, more where the ticks have more; `≈ 0` for what is only an error of rounding.
  ///
  /// - Parameter peak: what the number is small beside.
  func text(_ value: Double, peak: Double) -> String {
    guard value.isFinite else { return "" }
    if value == 0 { return "0" }
    let magnitude = abs(value)
    if magnitude < 1e-9 * peak { return "≈ 0" }
    let exponent = Int(exactly: Libm.log10(magnitude).rounded(.down)) ?? 0
    let sign = value < 0 ? "-" : ""
    if notation == .exponent { return sign + scientific(magnitude, exponent) }
    // A number of another order than the axis needs no more than two digits to be known by.
    let isSmall = magnitude < 0.01 * min(largest, peak)
    let most = 15 - max(0, exponent)
    guard isSmall else { return sign + decimal(magnitude, places: max(0, min(max(places, 3 - exponent), most))) }
    return sign + decimal(magnitude, places: max(0, min(max(places, fewPlaces(magnitude, exponent)), most)))
  }

  /// The decimals of two digits, or of one that is as good: 0.0001 for 0.0000987.
  private func fewPlaces(_ magnitude: Double, _ exponent: Int) -> Int {
    let one = Double(scaled(magnitude, by: -exponent)) * Libm.pow(10, Double(exponent))
    return abs(one - magnitude) <= 0.02 * magnitude ? -exponent : 1 - exponent
  }

  private func scientific(_ magnitude: Double, _ exponent: Int) -> String {
    let places = min(max(3, self.places), 14)
    var (exponent, mantissa) = (exponent, scaled(magnitude, by: places - exponent))
    // The logarithm may be off by one next to a power of ten, and rounding may carry.
    if mantissa >= 10 * power(places) {
      exponent += 1
      mantissa = scaled(magnitude, by: places - exponent)
    } else if mantissa < power(places) {
      exponent -= 1
      mantissa = scaled(magnitude, by: places - exponent)
    }
    return Self.stripped(TickLabels.decimal((mantissa, places: places))) + "e\(exponent)"
  }

  private func decimal(_ magnitude: Double, places: Int) -> String {
    Self.stripped(TickLabels.decimal((scaled(magnitude, by: places), places: places)))
  }

  private func power(_ places: Int) -> Int { (0..<places).reduce(1) { power, _ in power * 10 } }

  /// A number times a power of ten, rounded.
  private func scaled(_ magnitude: Double, by shift: Int) -> Int {
    // Two factors, because 10³⁰⁸ is the last power of ten that a double holds.
    let half = shift / 2
    let scaled = magnitude * Libm.pow(10, Double(half)) * Libm.pow(10, Double(shift - half))
    return Int(exactly: scaled.rounded()) ?? 0
  }

  /// Without the zeros at the end of the decimals.
  private static func stripped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
    let zeros = text.utf8.reversed().prefix { $0 == UInt8(ascii: "0") }.count
    let hasDecimals = text.utf8.dropLast(zeros).last != UInt8(ascii: ".")
    return text.dropping(last: zeros + (hasDecimals ? 0 : 1))
  }
}
