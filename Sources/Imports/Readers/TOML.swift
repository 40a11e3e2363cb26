package import Diagnostics
import JSON
package import Text

/// Reads TOML, as far as configurations of trainers use it.
///
/// Sections, bare, quoted and dotted keys, all sorts of strings, numbers, booleans, arrays over several lines, inline
/// tables and arrays of tables. Dates are opaque. A whole number is one, `1.0` is none: sd-scripts tells them apart.
package struct TOML: BracketReader {
  var cursor: Cursor
  private var root = OpenTable()

  package static func read(_ bytes: Bytes) throws(Diagnostic) -> Datum {
    var reader = TOML(cursor: Cursor(bytes))
    try reader.document()
    return reader.root.datum(at: SourceRange(0, bytes.count))
  }

  private init(cursor: Cursor) { self.cursor = cursor }

  /// A table that is still being filled.
  private final class OpenTable {
    enum Leaf {
      case value(Datum)
      case table(OpenTable)
      case many([OpenTable])
    }

    var leaves: [(key: String, range: SourceRange, leaf: Leaf)] = []

    func datum(at range: SourceRange) -> Datum {
      let entries = leaves.map { (key, range, leaf) in
        let value =
          switch leaf {
          case .value(let value): value
          case .table(let table): table.datum(at: range)
          case .many(let tables): Datum(.list(tables.map { $0.datum(at: range) }), at: range)
          }
        return Entry(key, at: range, value)
      }
      return Datum(.table(entries), at: range)
    }

    /// The table with a given name, made if it is not there; `nil` where something else has the name.
    func table(_ key: String, at range: SourceRange, isNewElement: Bool = false) -> OpenTable? {
      guard let place = leaves.firstIndex(where: { $0.key == key }) else {
        let made = OpenTable()
        leaves.append((key, range, isNewElement ? .many([made]) : .table(made)))
        return made
      }
      switch leaves[place].leaf {
      case .table(let table): return isNewElement ? nil : table
      case .many(let tables):
        guard isNewElement, tables.count < 1000 else { return tables.last }
        let made = OpenTable()
        leaves[place].leaf = .many(tables + [made])
        return made
      case .value: return nil
      }
    }
  }

  private mutating func document() throws(Diagnostic) {
    var section = root
    while true {
      cursor.skipSpaceAndComments()
      guard cursor.peek != nil else { return }
      if cursor.peek == UInt8(ascii: "[") {
        section = try header()
      } else {
        try assignment(in: section, depth: 0)
      }
      cursor.skipBlanks()
      guard cursor.peek.map({ $0 == 0x0A || $0 == 0x0D || $0 == UInt8(ascii: "#") }) ?? true else {
        throw cursor.error("unexpected text after the value", from: cursor.index)
      }
    }
  }

  private mutating func header() throws(Diagnostic) -> OpenTable {
    let start = cursor.index
    cursor.index += 1
    let isElement = cursor.take("[")
    let path = try keys()
    guard cursor.take("]"), !isElement || cursor.take("]") else {
      throw cursor.error("the bracket is not closed", from: start)
    }
    return try table(path, from: root, isNewElement: isElement)
  }

  private func table(
    _ path: [(name: String, range: SourceRange)], from start: OpenTable, isNewElement: Bool = false
  ) throws(Diagnostic) -> OpenTable {
    var table = start
    for (index, key) in path.enumerated() {
      let isLast = index + 1 == path.count
      guard table.leaves.count < Datum.mostKeys else {
        throw Diagnostic(.import, "more than \(Datum.mostKeys) keys in one table", at: key.range)
      }
      guard let next = table.table(key.name, at: key.range, isNewElement: isNewElement && isLast) else {
        throw Diagnostic(.import, "“\(key.name)” is a value already", at: key.range)
      }
      table = next
    }
    return table
  }

  private mutating func assignment(in section: OpenTable, depth: Int) throws(Diagnostic) {
    let path = try keys()
    guard let last = path.last else { return }
    cursor.skipBlanks()
    guard cursor.take("=") else { throw cursor.error("expected “=” after the key", from: cursor.index) }
    cursor.skipBlanks()
    let value = try value(depth: depth)
    let table = try table(path.dropLast(), from: section)
    guard !table.leaves.contains(where: { $0.key == last.name }) else {
      throw Diagnostic(.import, "duplicate key “\(last.name)”", at: last.range)
    }
    guard table.leaves.count < Datum.mostKeys else {
      throw Diagnostic(.import, "more than \(Datum.mostKeys) keys in one table", at: last.range)
    }
    table.leaves.append((last.name, last.range, .value(value)))
  }

  /// A key with its points: `a.b."c d"`.
  private mutating func keys() throws(Diagnostic) -> [(name: String, range: SourceRange)] {
    var path: [(name: String, range: SourceRange)] = []
    repeat {
      cursor.skipBlanks()
      let start = cursor.index
      if cursor.peek == UInt8(ascii: "\"") || cursor.peek == UInt8(ascii: "'") {
        let name = try cursor.quoted(isRaw: cursor.peek == UInt8(ascii: "'"))
        path.append((name, SourceRange(start, cursor.index)))
      } else {
        while let byte = cursor.peek, byte.isLetter || byte.isDigit || byte == 0x2D || byte == 0x5F || byte >= 0x80 {
          cursor.index += 1
        }
        guard cursor.index > start else { throw cursor.error("a key is expected here", from: start) }
        path.append((cursor.text(start, cursor.index), SourceRange(start, cursor.index)))
      }
      guard path.count <= Datum.maximumDepth else {
        throw cursor.error("nested deeper than \(Datum.maximumDepth)", from: start)
      }
      cursor.skipBlanks()
    } while cursor.take(".")
    return path
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(Diagnostic) -> Datum {
    let start = cursor.index
    guard depth < Datum.maximumDepth else {
      throw cursor.error("nested deeper than \(Datum.maximumDepth)", from: start)
    }
    switch cursor.peek {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let text = try text()
      return Datum(.text(text), at: SourceRange(start, cursor.index))
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "{"): return try inlineTable(depth: depth)
    default: return try word()
    }
  }

  private mutating func text() throws(Diagnostic) -> String {
    let start = cursor.index
    let isRaw = cursor.peek == UInt8(ascii: "'")
    guard cursor.isAt("\"\"\"") || cursor.isAt("'''") else { return try cursor.quoted(isRaw: isRaw) }
    cursor.index += 3
    let first = cursor.index
    while cursor.index < cursor.end {
      if isRaw ? cursor.isAt("'''") : cursor.isAt("\"\"\"") {
        let text = cursor.text(first, cursor.index)
        cursor.index += 3
        return text
      }
      cursor.index += !isRaw && cursor.peek == UInt8(ascii: "\\") ? 2 : 1
    }
    cursor.index = start + 3
    throw cursor.error("the quote is not closed", from: start)
  }

  private mutating func array(depth: Int) throws(Diagnostic) -> Datum {
    var elements: [Datum] = []
    let range = try readElements(closing: "]") { (reader) throws(Diagnostic) in
      elements.append(try reader.value(depth: depth + 1))
    }
    return Datum(.list(elements), at: range)
  }

  private mutating func inlineTable(depth: Int) throws(Diagnostic) -> Datum {
    let table = OpenTable()
    let range = try readElements(closing: "}") { (reader) throws(Diagnostic) in
      try reader.assignment(in: table, depth: depth + 1)
    }
    return table.datum(at: range)
  }

  func missingComma(opened start: Int, closing: Unicode.Scalar) -> Diagnostic {
    cursor.error("“,” or “\(closing)” is expected here", from: cursor.index)
  }

  /// A number, a boolean, or a date, which is not needed.
  private mutating func word() throws(Diagnostic) -> Datum {
    let start = cursor.index
    while let byte = cursor.peek, byte.isLetter || byte.isDigit || "+-._:".utf8.contains(byte) { cursor.index += 1 }
    let range = SourceRange(start, cursor.index)
    let text = cursor.text(start, cursor.index)
    switch text {
    case "": throw cursor.error("a value is expected here", from: start)
    case "true": return Datum(.bool(true), at: range)
    case "false": return Datum(.bool(false), at: range)
    case "inf", "+inf": return Datum(.number(Number(.infinity, isInteger: false)), at: range)
    case "-inf": return Datum(.number(Number(-.infinity, isInteger: false)), at: range)
    default: break
    }
    let isTime = text.utf8.contains(UInt8(ascii: ":")) || text.utf8.dropFirst().contains(UInt8(ascii: "-"))
    // TOML has no octal or base 60, as YAML does.
    if let number = YAMLScalar.number(text), !text.utf8.contains(UInt8(ascii: ":")) {
      return Datum(.number(number), at: range)
    }
    guard isTime || text.utf8.allSatisfy(\.isDigit) else {
      throw cursor.error("invalid value “\(text)”", from: start, hint: "put text in quotes")
    }
    return Datum(.opaque("“\(text)”"), at: range)
  }
}
