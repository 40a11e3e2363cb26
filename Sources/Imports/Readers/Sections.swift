package import Diagnostics
import JSON
package import Text

/// Reads INI files: Darknet's, whose sections repeat, and spaCy's, whose values are JSON.
package struct Sections {
  /// A section with its lines.
  package struct Section: Sendable {
    package let name: String
    package let nameRange: SourceRange
    package var entries: [Entry] = []
  }

  package enum Style: Sendable {
    /// Values are plain, `#` and `;` begin comments.
    case plain
    /// Values are JSON, and go on over lines that are indented.
    case json
  }

  package static func read(_ bytes: Bytes, _ style: Style) throws(Diagnostic) -> [Section] {
    var cursor = Cursor(bytes)
    var sections: [Section] = []
    while cursor.index < cursor.end {
      let start = cursor.index
      cursor.skipLine()
      var range = cursor.trimmed(start, cursor.index)
      cursor.index += 1
      guard range.lower < range.upper, !"#;".utf8.contains(bytes[range.lower]) else { continue }
      if bytes[range.lower] == UInt8(ascii: "[") {
        guard bytes[range.upper - 1] == UInt8(ascii: "]") else {
          throw Diagnostic(.import, "the bracket is not closed", at: range)
        }
        let name = cursor.text(range.lower + 1, range.upper - 1)
        sections.append(Section(name: name, nameRange: range))
        continue
      }
      if style == .json { range = SourceRange(range.lower, continued(&cursor, from: range.upper)) }
      guard let equals = bytes[range.lower..<range.upper].firstIndex(of: UInt8(ascii: "=")) else {
        throw Diagnostic(.import, "“key = value” is expected here", at: range)
      }
      let key = cursor.trimmed(range.lower, equals)
      let value = cursor.trimmed(equals + 1, range.upper)
      guard !sections.isEmpty else {
        throw Diagnostic(.import, "a section such as [net] is expected before this", at: range)
      }
      sections[sections.count - 1].entries.append(
        Entry(cursor.text(key.lower, key.upper), at: key, datum(value, in: bytes, style)))
    }
    return sections
  }

  /// Goes over the lines that are indented and so belong to the value before.
  private static func continued(_ cursor: inout Cursor, from end: Int) -> Int {
    var end = end
    while let byte = cursor.peek, byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "]") {
      // A bracket at the margin that closes a list is not a section.
      let start = cursor.index
      let before = cursor
      cursor.skipLine()
      let range = cursor.trimmed(start, cursor.index)
      if byte == UInt8(ascii: "]"), range.upper - range.lower > 1 {
        cursor = before
        return end
      }
      cursor.index += 1
      end = max(end, range.upper)
    }
    return end
  }

  private static func datum(_ range: SourceRange, in bytes: Bytes, _ style: Style) -> Datum {
    let text = Bytes(bytes[range.lower..<range.upper]).text
    if style == .plain {
      // C reads as much of a number as there is; words are words.
      return Datum(Decimal.readLoosely(text).map { .number(number(text, $0)) } ?? .text(text), at: range)
    }
    if let value = try? Scanner.read(Source(name: "", bytes: bytes), in: range) { return Datum(value) }
    return Datum(.text(text), at: range)
  }

  private static func number(_ text: String, _ value: Double) -> Number {
    Number(value, isInteger: text.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") })
  }
}
