import Diagnostics
import JSON
import Text

/// A place in a text that is being read: what the readers of all syntaxes have in common.
struct Cursor {
  let bytes: Bytes
  let end: Int
  var index: Int

  init(_ bytes: Bytes, from start: Int = 0, to end: Int? = nil) {
    self.bytes = bytes
    self.end = min(end ?? bytes.count, bytes.count)
    // Editors on Windows put a mark in front.
    index = start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : start
  }

  var peek: UInt8? { index < end ? bytes[index] : nil }

  func peek(_ distance: Int) -> UInt8? { index + distance < end ? bytes[index + distance] : nil }

  func isAt(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { wanted in
      index + wanted.count <= end && wanted.indices.allSatisfy { bytes[index + $0] == wanted[$0] }
    }
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(character) else { return false }
    index += 1
    return true
  }

  /// Blanks and tabs.
  mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x09 { index += 1 }
  }

  /// Up to the line feed, which stays.
  mutating func skipLine() {
    while let byte = peek, byte != 0x0A { index += 1 }
  }

  /// Blanks, line ends and comments to the ends of their lines.
  mutating func skipSpaceAndComments() {
    while let byte = peek {
      if byte == UInt8(ascii: "#") {
        skipLine()
      } else if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        index += 1
      } else {
        return
      }
    }
  }

  /// The text of a part, without blanks at its ends.
  func text(_ lower: Int, _ upper: Int) -> String {
    let range = trimmed(lower, upper)
    return Bytes(bytes[range.lower..<range.upper]).text
  }

  func trimmed(_ lower: Int, _ upper: Int) -> SourceRange {
    var (lower, upper) = (lower, min(upper, end))
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
    while lower < upper, isSpace(bytes[lower]) { lower += 1 }
    while upper > lower, isSpace(bytes[upper - 1]) { upper -= 1 }
    return SourceRange(lower, upper)
  }

  func error(_ message: String, from start: Int, hint: String? = nil) -> Diagnostic {
    Diagnostic(.import, message, at: SourceRange(min(start, end), min(max(start + 1, index), max(end, 1))), hint: hint)
  }

  /// A text in quotes, up to the same quote; `isRaw` leaves backslashes alone, `doubles` lets two quotes stand for one.
  mutating func quoted(isRaw: Bool, doubles: Bool = false) throws(Diagnostic) -> String {
    let start = index
    guard let quote = peek else { throw error("a text in quotes is missing", from: start) }
    index += 1
    var text = Bytes()
    while let byte = peek {
      index += 1
      if byte == quote {
        guard doubles, peek == quote else { return text.text }
        index += 1
        text.append(quote)
      } else if byte == UInt8(ascii: "\\"), !isRaw, let escaped = peek {
        index += 1
        appendEscape(escaped, to: &text)
      } else {
        text.append(byte)
      }
    }
    index = start + 1
    throw error("the quote is not closed", from: start)
  }

  /// What a backslash and a character mean; of the rarer escapes only the end matters.
  private func appendEscape(_ byte: UInt8, to text: inout Bytes) {
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case 0x0A: break
    default: text.append(byte)
    }
  }
}
