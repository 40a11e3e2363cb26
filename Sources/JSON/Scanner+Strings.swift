import Diagnostics
import Text

extension Scanner {
  /// Reads a string, from quote to quote.
  mutating func string() throws(Diagnostic) -> String {
    let start = index
    index += 1
    var text = Bytes()
    var runStart = index
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        defer { index += 1 }
        // Most strings have no escape, and stand in the source as they are.
        if runStart == start + 1 { return String(decoding: bytes[runStart..<index], as: UTF8.self) }
        text.append(contentsOf: bytes[runStart..<index])
        return text.text
      case UInt8(ascii: "\\"):
        text.append(contentsOf: bytes[runStart..<index])
        try escape(into: &text)
        runStart = index
      case 0..<0x20:
        throw Diagnostic(
          .json, "a control character inside a string", at: SourceRange(index, index + 1),
          hint: bytes[index] == 0x0A ? "close the string on its line, or write \\n" : "write it as \\u00XX")
      default:
        index += 1
      }
    }
    throw Diagnostic(.json, "the string is not closed", at: SourceRange(start, start + 1))
  }

  private mutating func escape(into text: inout Bytes) throws(Diagnostic) {
    let start = index
    index += 1
    guard index < end else { throw error("the string ends inside an escape") }
    let letter = bytes[index]
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      text.append(contentsOf: UTF8.encode(try scalar(from: start)).map { Array($0) } ?? [])
    default:
      throw Diagnostic(
        .json, "JSON has no such escape", at: SourceRange(start, index), hint: "a backslash is written \\\\")
    }
  }

  private mutating func scalar(from start: Int) throws(Diagnostic) -> Unicode.Scalar {
    var code = try hexadecimal(from: start)
    if code >= 0xD800, code < 0xDC00, index + 1 < end, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    {
      index += 2
      let low = try hexadecimal(from: start)
      if low >= 0xDC00, low < 0xE000 { code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00) }
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw Diagnostic(.json, "half of a surrogate pair", at: SourceRange(start, index))
    }
    return scalar
  }

  private mutating func hexadecimal(from start: Int) throws(Diagnostic) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard index < end, let digit = Scanner.hexadecimalDigit(bytes[index]) else {
        throw Diagnostic(.json, "\\u needs four hexadecimal digits", at: SourceRange(start, index))
      }
      code = code << 4 | digit
      index += 1
    }
    return code
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46: UInt32(byte) - 0x41 + 10
    case 0x61...0x66: UInt32(byte) - 0x61 + 10
    default: nil
    }
  }
}
