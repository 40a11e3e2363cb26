import Text

/// Numbers in strings, as Python's constructors read them.
enum PythonLiteral {
  /// `float(text)` for a finite number: with spaces around it, and single underscores between digits.
  static func float(_ text: String) -> Double? {
    let bytes = Array(text.utf8.drop { isSpace($0) }.reversed().drop { isSpace($0) }.reversed())
    var plain: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "_"):
        guard index > 0, index + 1 < bytes.count, bytes[index - 1].isDigit, bytes[index + 1].isDigit else {
          return nil
        }
      // Swift would read hexadecimals and words, too.
      case _ where byte.isDigit || "+-.eE".utf8.contains(byte): plain.append(byte)
      default: return nil
      }
    }
    return Double(String(decoding: plain, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
