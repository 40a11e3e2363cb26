package import Diagnostics
import JSON
package import Text

/// Reads protobuf's text format: `field: value` in a message; nested messages are passed over.
///
/// A field that stands several times is a list.
package struct ProtobufText {
  private var cursor: Cursor

  package static func read(_ bytes: Bytes) throws(Diagnostic) -> Datum {
    var reader = ProtobufText(cursor: Cursor(bytes))
    var fields: [(first: Entry, values: [Datum])] = []
    while true {
      reader.skipGap()
      guard reader.cursor.peek != nil else { break }
      let entry = try reader.field()
      var values = [entry.value]
      if case .list(let elements) = entry.value.content { values = elements }
      if let place = fields.firstIndex(where: { $0.first.key == entry.key }) {
        fields[place].values += values
      } else {
        guard fields.count < Datum.mostKeys else {
          throw Diagnostic(.import, "more than \(Datum.mostKeys) fields", at: entry.keyRange)
        }
        fields.append((entry, values))
      }
    }
    let entries = fields.map { (first, values) in
      guard values.count > 1, let last = values.last else { return first }
      let range = SourceRange(first.value.range.lower, last.range.upper)
      return Entry(first.key, at: first.keyRange, Datum(.list(values), at: range))
    }
    return Datum(.table(entries), at: SourceRange(0, bytes.count))
  }

  private init(cursor: Cursor) { self.cursor = cursor }

  /// Space, comments, and the commas and semicolons that may stand between fields.
  private mutating func skipGap() {
    repeat { cursor.skipSpaceAndComments() } while cursor.take(",") || cursor.take(";")
  }

  private mutating func field() throws(Diagnostic) -> Entry {
    let start = cursor.index
    skipWord()
    guard cursor.index > start else { throw cursor.error("the name of a field is expected here", from: start) }
    let key = SourceRange(start, cursor.index)
    let name = cursor.text(start, cursor.index)
    cursor.skipSpaceAndComments()
    let hasColon = cursor.take(":")
    cursor.skipSpaceAndComments()
    if cursor.peek == UInt8(ascii: "{") || cursor.peek == UInt8(ascii: "<") {
      return Entry(name, at: key, try message())
    }
    guard hasColon else { throw cursor.error("expected “:” after “\(name)”", from: start) }
    if cursor.peek == UInt8(ascii: "[") { return Entry(name, at: key, try list()) }
    return Entry(name, at: key, try scalar())
  }

  private mutating func list() throws(Diagnostic) -> Datum {
    let start = cursor.index
    cursor.index += 1
    var elements: [Datum] = []
    while true {
      skipGap()
      if cursor.take("]") { return Datum(.list(elements), at: SourceRange(start, cursor.index)) }
      elements.append(try scalar())
    }
  }

  private mutating func scalar() throws(Diagnostic) -> Datum {
    let start = cursor.index
    if cursor.peek == UInt8(ascii: "\"") || cursor.peek == UInt8(ascii: "'") {
      let text = try cursor.quoted(isRaw: false)
      return Datum(.text(text), at: SourceRange(start, cursor.index))
    }
    skipWord()
    let range = SourceRange(start, cursor.index)
    let text = cursor.text(start, cursor.index)
    switch text {
    case "": throw cursor.error("a value is expected here", from: start)
    case "true": return Datum(.bool(true), at: range)
    case "false": return Datum(.bool(false), at: range)
    default: break
    }
    // C++ lets a float end in f.
    let bare = text.utf8.last == UInt8(ascii: "f") && !text.hasPrefix("0x") ? String(text.dropLast()) : text
    guard let value = Decimal.readLoosely(bare) else { return Datum(.text(text), at: range) }
    let isInteger = bare.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") }
    return Datum(.number(Number(value, isInteger: isInteger)), at: range)
  }

  /// Passes over a message with all its messages.
  private mutating func message() throws(Diagnostic) -> Datum {
    let start = cursor.index
    var depth = 0
    while let byte = cursor.peek {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = try cursor.quoted(isRaw: false)
      case UInt8(ascii: "#"): cursor.skipLine()
      default:
        cursor.index += 1
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "<") { depth += 1 }
        if byte == UInt8(ascii: "}") || byte == UInt8(ascii: ">") { depth -= 1 }
        if depth == 0 { return Datum(.opaque("a message"), at: SourceRange(start, cursor.index)) }
      }
    }
    cursor.index = start + 1
    throw cursor.error("the brace is not closed", from: start)
  }

  private mutating func skipWord() {
    while let byte = cursor.peek, byte.isLetter || byte.isDigit || "_.+-".utf8.contains(byte) { cursor.index += 1 }
  }
}
