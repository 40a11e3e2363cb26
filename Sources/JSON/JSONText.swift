package import Text

/// Writes JSON.
package enum JSONText {
  /// Appends a string with its quotes; control characters and what reads badly in a script are escaped.
  package static func append(_ text: String, to bytes: inout Bytes) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes.append(literal: "\\n")
      case 0x0D: bytes.append(literal: "\\r")
      case 0x09: bytes.append(literal: "\\t")
      case 0..<0x20, 0x7F:
        bytes.append(literal: "\\u00")
        for digit in [byte >> 4, byte & 15] { bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
