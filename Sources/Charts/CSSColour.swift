import Text

/// A colour as CSS writes it, known to be harmless inside a style sheet.
struct CSSColour: Equatable {
  let text: String

  init?(_ text: String) {
    let isHarmless = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): true
      default: "#(),.% -".utf8.contains(byte)
      }
    }
    guard isHarmless, (1...64).contains(text.utf8.count) else { return nil }
    self.text = text
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
