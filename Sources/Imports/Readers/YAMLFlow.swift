import Diagnostics
import Text

/// Reads what YAML writes in brackets and quotes: `[1, 2]`, `{a: 1}`, `"text"`, on one line or several.
struct YAMLFlow: BracketReader {
  var cursor: Cursor

  init(_ cursor: Cursor) { self.cursor = cursor }

  mutating func value(depth: Int) throws(Diagnostic) -> Datum {
    let start = cursor.index
    guard depth < Datum.maximumDepth else {
      throw cursor.error("nested deeper than \(Datum.maximumDepth)", from: start)
    }
    switch cursor.peek {
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "{"): return try table(depth: depth)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let text = try quoted()
      return Datum(.text(text), at: SourceRange(start, cursor.index))
    default:
      skipPlain()
      let range = cursor.trimmed(start, cursor.index)
      let text = cursor.text(start, cursor.index)
      if let first = text.utf8.first, "!&*".utf8.contains(first) {
        return Datum(.opaque("“\(text)” in brackets"), at: range)
      }
      return Datum(YAMLScalar.content(text), at: range)
    }
  }

  private mutating func quoted() throws(Diagnostic) -> String {
    let isSingle = cursor.peek == UInt8(ascii: "'")
    return try cursor.quoted(isRaw: isSingle, doubles: isSingle)
  }

  private mutating func list(depth: Int) throws(Diagnostic) -> Datum {
    var elements: [Datum] = []
    let range = try readElements(closing: "]") { (reader) throws(Diagnostic) in
      elements.append(try reader.value(depth: depth + 1))
    }
    return Datum(.list(elements), at: range)
  }

  private mutating func table(depth: Int) throws(Diagnostic) -> Datum {
    var entries: [Entry] = []
    let range = try readElements(closing: "}") { (reader) throws(Diagnostic) in
      entries.append(try reader.entry(depth: depth))
    }
    return Datum(.table(entries), at: range)
  }

  private mutating func entry(depth: Int) throws(Diagnostic) -> Entry {
    let start = cursor.index
    let isQuoted = cursor.peek == UInt8(ascii: "\"") || cursor.peek == UInt8(ascii: "'")
    var name = isQuoted ? try quoted() : ""
    if !isQuoted {
      skipPlain(isKey: true)
      name = cursor.text(start, cursor.index)
    }
    let range = cursor.trimmed(start, cursor.index)
    cursor.skipSpaceAndComments()
    var value = Datum(.null, at: SourceRange(range.upper, range.upper))
    if cursor.take(":") {
      cursor.skipSpaceAndComments()
      if cursor.peek != UInt8(ascii: ","), cursor.peek != UInt8(ascii: "}") {
        value = try self.value(depth: depth + 1)
      }
    }
    return Entry(name, at: range, value)
  }

  mutating func missingComma(opened start: Int, closing: Unicode.Scalar) -> Diagnostic {
    cursor.index = start + 1
    return cursor.error("the bracket is not closed", from: start)
  }

  private mutating func skipPlain(isKey: Bool = false) {
    while let byte = cursor.peek, !",[]{}\n".utf8.contains(byte) {
      if isKey, byte == UInt8(ascii: ":") { return }
      if byte == UInt8(ascii: "#"), cursor.index > 0, cursor.bytes[cursor.index - 1] == 0x20 { return }
      cursor.index += 1
    }
  }
}
