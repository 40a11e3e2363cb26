/// Names of files as texts: on Unix a name is bytes, and not always UTF-8.
///
/// A byte that is part of no UTF-8 becomes a private-use character (U+10FF00 + byte − 0x80), and that one the byte again
/// when the name goes back to the system; so every name can be read, told apart and opened. A name that holds such
/// characters itself has them taken for bytes one by one, which comes to the same on the way back.
package enum PathText {
  private static let first: UInt32 = 0x10_FF00

  /// The text of a name.
  package static func decode(_ bytes: Bytes) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !mayHoldEscapes(text) { return text }
    var scalars = String.UnicodeScalarView()
    var rest = bytes[...]
    while let byte = rest.first {
      let length = (1...4).first { length in
        guard length <= rest.count, let scalar = scalar(of: rest.prefix(length)) else { return false }
        scalars.append(scalar)
        return true
      }
      if length == nil, let escape = Unicode.Scalar(first + UInt32(byte) - 0x80) { scalars.append(escape) }
      rest = rest.dropFirst(length ?? 1)
    }
    return String(scalars)
  }

  /// The only character that some bytes are, unless it stands for a byte itself.
  private static func scalar(of bytes: Bytes.SubSequence) -> Unicode.Scalar? {
    guard let text = String(validating: bytes, as: UTF8.self), let scalar = text.unicodeScalars.first,
      text.unicodeScalars.count == 1, escaped(scalar) == nil
    else { return nil }
    return scalar
  }

  /// The name that a text stands for.
  package static func encode(_ text: String) -> Bytes {
    var bytes = Bytes()
    for scalar in text.unicodeScalars {
      if let byte = escaped(scalar) {
        bytes.append(byte)
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
    return bytes
  }

  /// How many bytes the name has that a text stands for.
  package static func length(_ text: String) -> Int {
    mayHoldEscapes(text) ? encode(text).count : text.utf8.count
  }

  /// Whether a text may hold such characters: all of them begin with this byte, and hardly anything else does.
  package static func mayHoldEscapes(_ text: String) -> Bool {
    // The text is copied only when it is not stored as UTF-8 already.
    var text = text
    return text.withUTF8 { $0.contains(0xF4) }
  }

  /// Whether a scalar stands for a byte that is not text.
  package static func isEscape(_ scalar: Unicode.Scalar) -> Bool { escaped(scalar) != nil }

  private static func escaped(_ scalar: Unicode.Scalar) -> UInt8? {
    scalar.value >= first && scalar.value < first + 0x80 ? UInt8(scalar.value - first) + 0x80 : nil
  }
}
