import Text

/// Text as XML may hold it: the one place where anything is escaped.
enum Escape {
  /// Where the text will stand; an attribute's white space would be normalised away if it were written as it is.
  enum Place { case content, attribute }

  /// Appends a text with `& < > "` as entities and what XML 1.0 does not allow as U+FFFD.
  static func append(_ text: String, in place: Place, to bytes: inout Bytes) {
    // The text is copied only when it is not stored as UTF-8 already.
    var text = text
    text.withUTF8 { append($0, in: place, to: &bytes) }
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, in place: Place, to bytes: inout Bytes) {
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(literal: "&amp;")
      case UInt8(ascii: "<"): bytes.append(literal: "&lt;")
      // Only `]]>` would need it, but a rule without exceptions is easier to trust.
      case UInt8(ascii: ">"): bytes.append(literal: "&gt;")
      case UInt8(ascii: "\"") where place == .attribute: bytes.append(literal: "&quot;")
      case UInt8(ascii: "\t") where place == .attribute: bytes.append(literal: "&#9;")
      case UInt8(ascii: "\n") where place == .attribute: bytes.append(literal: "&#10;")
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"): bytes.append(byte)
      // A bare one would be read as a line feed.
      case UInt8(ascii: "\r"): bytes.append(literal: "&#13;")
      case 0..<0x20: bytes.append(literal: "\u{FFFD}")
      case 0xBE, 0xBF:
        // U+FFFE and U+FFFF (EF BF BE, EF BF BF) are no characters; U+FFFD is EF BF BD.
        let isForbidden = index >= 2 && text[index - 1] == 0xBF && text[index - 2] == 0xEF
        bytes.append(isForbidden ? 0xBD : byte)
      default: bytes.append(byte)
      }
    }
  }
}
