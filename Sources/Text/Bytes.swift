/// Text as it is read and written: UTF-8 code units.
package typealias Bytes = [UInt8]

extension Bytes {
  /// Appends the UTF-8 form of a string.
  package mutating func append(_ text: String) {
    // The text is copied only when it is not stored as UTF-8 already.
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }

  /// Appends a literal without making a string of it.
  package mutating func append(literal text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// The bytes as a string; invalid UTF-8 becomes U+FFFD.
  package var text: String { String(decoding: self, as: UTF8.self) }
}

extension [String] {
  /// The strings with something between them.
  ///
  /// As `joined(separator:)`, which is not made for arrays of strings alone, and so looks up at its first use what an
  /// array is: a twentieth of a start of the program.
  package func joined(by separator: String) -> String {
    var text = ""
    for (index, part) in enumerated() {
      if index > 0 { text += separator }
      text += part
    }
    return text
  }
}

extension UInt8 {
  /// The code of an ASCII character: `UInt8("a")`.
  package init(_ character: Unicode.Scalar) {
    self = character.isASCII ? UInt8(truncatingIfNeeded: character.value) : UInt8(ascii: "?")
  }

  /// Whether this is `0` … `9`.
  package var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// Whether this is an ASCII letter.
  package var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
}
