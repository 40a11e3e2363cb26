/// Numbers as whole multiples of a power of ten, written in one notation for a whole axis.
enum TickLabels {
  /// Ticks for `units` × 10^`exponent`: decimals while every magnitude is in 10⁻³ ..< 10⁴, else one exponent for all.
  ///
  /// Everything is done on integers, so that three steps of 0.1 are 0.3 and nothing else.
  static func ticks(units: [Int], exponent: Int) -> [Tick] {
    let largest = units.map(\.magnitude).max() ?? 0
    let smallest = units.lazy.filter { $0 != 0 }.map(\.magnitude).min() ?? 0
    // A number of d digits times 10^e is in 10^(d+e-1) ..< 10^(d+e).
    let isPlain = largest == 0 || (digits(smallest) + exponent > -3 && digits(largest) + exponent <= 4)
    let common = digits(largest) - 1 + exponent
    return units.map { unit in
      let label =
        if isPlain {
          plain(unit, exponent: exponent)
        } else if unit == 0 {
          "0"
        } else {
          decimal((unit, places: common - exponent)) + "e\(common)"
        }
      return Tick(value: exact(unit, exponent) ?? Double(label) ?? 0, label: label)
    }
  }

  /// The double nearest to `unit` × 10^`exponent`, where one operation on exact numbers gives it.
  private static func exact(_ unit: Int, _ exponent: Int) -> Double? {
    guard unit.magnitude <= 1 << 53, abs(exponent) <= 18 else { return nil }
    var power = 1
    for _ in 0..<abs(exponent) { power *= 10 }
    return exponent < 0 ? Double(unit) / Double(power) : Double(unit) * Double(power)
  }

  /// A number with a fixed count of decimals: (1234, places: 2) is 12.34.
  static func decimal(_ number: (units: Int, places: Int)) -> String {
    let sign = number.units < 0 ? "-" : ""
    guard number.places > 0 else { return "\(number.units)" }
    let digits = String(number.units.magnitude)
    let padded = String(repeating: "0", count: max(0, number.places + 1 - digits.count)) + digits
    return "\(sign)\(padded.dropLast(number.places)).\(padded.suffix(number.places))"
  }

  private static func plain(_ unit: Int, exponent: Int) -> String {
    guard exponent > 0, unit != 0 else { return decimal((unit, places: max(0, -exponent))) }
    return "\(unit)" + String(repeating: "0", count: exponent)
  }

  private static func digits(_ magnitude: UInt) -> Int {
    var (rest, count) = (magnitude / 10, 1)
    while rest > 0 {
      rest /= 10
      count += 1
    }
    return count
  }
}
