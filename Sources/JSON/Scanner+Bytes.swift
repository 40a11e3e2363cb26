import Diagnostics
import Text

extension Scanner {
  var peek: UInt8? { index < end ? bytes[index] : nil }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(character) else { return false }
    index += 1
    return true
  }

  mutating func skipSpace() {
    while index < end {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  /// Checks the whole part at once, so that everything after it may trust the encoding.
  func checkEncoding(_ range: Range<Int>) throws(Diagnostic) {
    if bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) {
      throw Diagnostic(
        .json, "the text starts with a byte order mark", at: SourceRange(range.lowerBound, range.lowerBound + 3),
        hint: "save it as UTF-8 without one")
    }
    if bytes[range].allSatisfy({ $0 < 0x80 }) { return }
    var decoder = UTF8()
    var offset = range.lowerBound
    var iterator = bytes[range].makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return
      case .error:
        throw Diagnostic(.json, "the text is not UTF-8", at: SourceRange(offset, offset + 1))
      }
    }
  }

  /// What stands here, for a message.
  var shown: String {
    guard index < end else { return "the end of the text" }
    if bytes[index] == 0x0A { return "the end of the line" }
    return "“\(Bytes(bytes[index..<scalarEnd]).text)”"
  }

  /// The end of the scalar that starts here.
  private var scalarEnd: Int {
    guard index < end else { return index }
    return min(end, index + max(1, (~bytes[index]).leadingZeroBitCount))
  }

  /// What to do instead of a comment, where one begins.
  var hintForComment: String? {
    peek == UInt8(ascii: "/") || peek == UInt8(ascii: "#") ? "JSON has no comments; use a “$comment” key" : nil
  }

  var hintForValue: String? {
    switch peek {
    case UInt8(ascii: "'"): "strings are in double quotes"
    case UInt8(ascii: "/"), UInt8(ascii: "#"): hintForComment
    case UInt8(ascii: "+"), UInt8(ascii: "."): "a number starts with a digit or “-”"
    case UInt8(ascii: "T"), UInt8(ascii: "F"): "write true or false"
    case UInt8(ascii: "N"): "write null; JSON has no NaN or None"
    default: nil
    }
  }

  func error(_ message: String, hint: String? = nil) -> Diagnostic {
    Diagnostic(.json, message, at: SourceRange(index, scalarEnd), hint: hint)
  }
}
