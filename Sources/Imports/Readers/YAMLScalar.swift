import JSON
import Text

/// What a plain YAML scalar is to the trainers that read it.
///
/// YAML 1.1, as PyYAML and OmegaConf have it, with one difference: `2e-5`, text to PyYAML, is the number that every
/// trainer turns it into.
enum YAMLScalar {
  static func content(_ text: String) -> Datum.Content {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON": return .bool(true)
    case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF": return .bool(false)
    case ".inf", ".Inf", ".INF", "+.inf": return .number(Number(.infinity, isInteger: false))
    case "-.inf", "-.Inf", "-.INF": return .number(Number(-.infinity, isInteger: false))
    case ".nan", ".NaN", ".NAN": return .number(Number(.nan, isInteger: false))
    default: return number(text).map { .number($0) } ?? .text(text)
    }
  }

  /// A number in any of YAML's notations: `1_000`, `0x10`, `017` (octal), `1:30` (base 60), `.5`, `1.e-4`, `2e-5`.
  static func number(_ text: String) -> Number? {
    var bytes = Bytes(text.utf8)
    guard let last = bytes.last, bytes.count <= 64 else { return nil }
    guard bytes.contains(where: \.isDigit), last != UInt8(ascii: "_") else { return nil }
    bytes.removeAll { $0 == UInt8(ascii: "_") }
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    guard let first = bytes.first, first.isDigit || first == UInt8(ascii: ".") else { return nil }
    func signed(_ value: Double, isInteger: Bool) -> Number {
      Number(isNegative ? -value : value, isInteger: isInteger)
    }

    if bytes.allSatisfy(\.isDigit) {
      let isOctal = bytes.count > 1 && first == UInt8(ascii: "0") && bytes.allSatisfy { $0 < UInt8(ascii: "8") }
      return whole(bytes[...], base: isOctal ? 8 : 10).map { signed($0, isInteger: true) }
    }
    if bytes.count > 2, first == UInt8(ascii: "0"), let base = base(of: bytes[1]) {
      return whole(bytes.dropFirst(2), base: base).map { signed($0, isInteger: true) }
    }
    if bytes.contains(UInt8(ascii: ":")) {
      var total = 0.0
      for part in bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false) {
        guard !part.isEmpty, part.count <= 9, part.allSatisfy(\.isDigit), let value = whole(part, base: 10) else {
          return nil
        }
        total = total * 60 + value
      }
      return signed(total, isInteger: true)
    }
    return Decimal.readLoosely(bytes.text).map { signed($0, isInteger: false) }
  }

  private static func base(of mark: UInt8) -> Int? {
    switch mark | 0x20 {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    case UInt8(ascii: "b"): 2
    default: nil
    }
  }

  private static func whole(_ digits: ArraySlice<UInt8>, base: Int) -> Double? {
    var value = 0.0
    for byte in digits {
      let digit = byte.isDigit ? Int(byte) - 0x30 : byte.isLetter ? Int(byte | 0x20) - 0x57 : 99
      guard digit < base else { return nil }
      // Decimals of any length are rounded once.
      if base == 10 { continue }
      value = value * Double(base) + Double(digit)
    }
    return base == 10 ? Double(Bytes(digits).text) : value
  }
}
