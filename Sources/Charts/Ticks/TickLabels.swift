/// Numbers as whole multiples of a power of ten, written in one notation for a whole axis.
enum TickLabels {
  /// Ticks for `units` × 10^`exponent`: all of them decimals, or each with one digit before the point and an exponent.
  ///
  /// Everything is done on integers, so that three steps of 0.1 are 0.3 and nothing else.
  static func ticks(units: [Int], exponent: Int) -> [Tick] {
    let notation = notation(
      smallest: units.lazy.filter { $0 != 0 }.map { $0.magnitude }.min() ?? 0,
      largest: units.lazy.map { $0.magnitude }.max() ?? 0, exponent: exponent)
    return units.map { unit in
      let label =
        switch notation {
        case .plain: plain(unit, exponent: exponent)
        case .exponent: normalized(unit, exponent: exponent)
        }
      return Tick(value: exact(unit, exponent) ?? Double(label) ?? 0, label: label)
    }
  }

  enum Notation: Equatable {
    /// 0.25
    case plain
    /// 2.5e-1
    case exponent
  }

  /// The notation of all labels of an axis, from the magnitudes of the smallest one that is not 0 and of the largest.
  static func notation(smallest: UInt, largest: UInt, exponent: Int) -> Notation {
    // A number of d digits times 10^e is in 10^(d+e-1) ..< 10^(d+e).
    let (first, last) = (digits(smallest) + exponent, digits(largest) + exponent)
    // Decimals are read most easily, but more than three zeros are hard to count. From 0 to 10⁻³, the
    // usual rate of Adam, four decimals say it as shortly as an exponent.
    return largest == 0 || (first > -3 && last <= 4) || (last > -3 && exponent >= -4 && last <= 0) ? .plain : .exponent
  }

  /// `unit` × 10^`exponent` with one digit before the point: (25, -6) is 2.5e-5.
  private static func normalized(_ unit: Int, exponent: Int) -> String {
    guard unit != 0 else { return "0" }
    var (unit, exponent) = (unit, exponent)
    while unit.isMultiple(of: 10) {
      unit /= 10
      exponent += 1
    }
    let places = digits(unit.magnitude) - 1
    return decimal((unit, places: places)) + "e\(exponent + places)"
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
    guard number.places > 0 else { return "\(number.units)" }
    // A sign, a point, the digits of any Int or a zero in front of the point and all places after it.
    return String(unsafeUninitializedCapacity: 2 + max(20, number.places + 1)) { text in
      var (rest, count) = (number.units.magnitude, 0)
      func put(_ byte: UInt8) {
        text[count] = byte
        count += 1
      }
      repeat {
        put(0x30 + UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
        if count == number.places { put(UInt8(ascii: ".")) }
      } while rest > 0 || count < number.places + 2
      if number.units < 0 { put(UInt8(ascii: "-")) }
      var written = text[..<count]
      written.reverse()
      return count
    }
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
