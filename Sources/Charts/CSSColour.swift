import Text

/// A colour as CSS writes it: one of its names, or digits; so nothing else gets into a picture.
package struct CSSColour: Equatable, Sendable {
  let text: String

  package init?(_ text: String) {
    guard Self.isDigits(text) || ColourNames.contain(text.lowercasedASCII) else { return nil }
    self.text = text
  }

  /// Whether a text is `#rgb`, `#rgba`, `#rrggbb`, or `#rrggbbaa`.
  private static func isDigits(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "#") && [4, 5, 7, 9].contains(text.utf8.count)
      && text.utf8.dropFirst().allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66) }
  }

  /// Whether light ink reads better on it; known for hexadecimal colours and `black` only.
  var isDark: Bool {
    guard text.utf8.first == UInt8(ascii: "#") else { return text.lowercasedASCII == "black" }
    let digits = text.dropFirst().compactMap(\.hexDigitValue)
    let channels: [Int]
    switch digits.count {
    case 3, 4: channels = digits.prefix(3).map { $0 * 17 }
    case 6, 8: channels = [0, 2, 4].map { digits[$0] * 16 + digits[$0 + 1] }
    default: return false
    }
    // Rec. 601 luma; half of the range is a good enough border for choosing between two inks.
    return channels[0] * 299 + channels[1] * 587 + channels[2] * 114 < 128_000
  }
}
