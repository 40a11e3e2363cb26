package import Diagnostics
import JSON
package import Text

/// Reads the part of YAML that configurations of trainers use.
///
/// Block maps, block lists, plain and quoted scalars, flow lists and maps, anchors and aliases of scalars. Block scalars
/// are passed over; a tag, an alias of something larger, `<<` and a second document are opaque: an error only where a
/// value that is needed depends on them.
package struct YAML {
  /// The key under which a second document stands in the table of the first.
  static let secondDocument = "---"

  private struct Line {
    let start: Int
    /// The end of the text, before the line feed.
    let end: Int
    let indentation: Int
  }

  private let bytes: Bytes
  private var lines: [Line] = []
  /// The line that is read next.
  private var index = 0
  private var anchors: [(name: String, value: Datum)] = []
  private static let mostAnchors = 1000

  package static func read(_ bytes: Bytes) throws(Diagnostic) -> Datum {
    var reader = YAML(bytes: bytes)
    let rest = try reader.split()
    guard !reader.lines.isEmpty else { return Datum(.null, at: SourceRange(0, 0)) }
    let value = try reader.block(deeperThan: -1, depth: 0)
    if reader.index < reader.lines.count {
      let line = reader.lines[reader.index]
      throw Diagnostic(
        .import, "this line belongs to nothing above it", at: SourceRange(line.start, line.end),
        hint: "its indentation fits neither the list nor the table before")
    }
    guard let rest, case .table(let entries) = value.content else { return value }
    let more = Entry(secondDocument, at: rest, Datum(.opaque("a second document"), at: rest))
    return Datum(.table(entries + [more]), at: value.range)
  }

  private init(bytes: Bytes) { self.bytes = bytes }

  // MARK: Lines

  /// Splits the first document into lines that are neither blank nor comments; returns where a second one begins.
  private mutating func split() throws(Diagnostic) -> SourceRange? {
    var cursor = Cursor(bytes)
    var mark: SourceRange?
    while cursor.index < cursor.end {
      let first = cursor.index
      while cursor.peek == 0x20 { cursor.index += 1 }
      let start = cursor.index
      cursor.skipLine()
      let range = cursor.trimmed(start, cursor.index)
      cursor.index += 1
      guard range.lower < range.upper, bytes[range.lower] != UInt8(ascii: "#") else { continue }
      if mark != nil { return mark }
      let isMarker = start == first && (cursor.isMarker("---", at: range) || cursor.isMarker("...", at: range))
      if isMarker || start == first && bytes[start] == UInt8(ascii: "%") {
        if !lines.isEmpty { mark = range }
        continue
      }
      if bytes[start] == 0x09 {
        throw Diagnostic(
          .import, "a tab cannot indent in YAML", at: SourceRange(start, start + 1), hint: "use blanks")
      }
      lines.append(Line(start: start, end: range.upper, indentation: start - first))
    }
    return nil
  }

  // MARK: Blocks

  /// The value that stands on the lines ahead, if they are indented further than `indentation`.
  private mutating func block(deeperThan indentation: Int, depth: Int) throws(Diagnostic) -> Datum {
    let line = lines[index]
    guard depth < Datum.maximumDepth else {
      throw Diagnostic(
        .import, "nested deeper than \(Datum.maximumDepth)", at: SourceRange(line.start, line.end))
    }
    if isDash(line.start, line.end) { return try list(at: line.indentation, depth: depth) }
    if key(from: line.start, to: line.end) != nil { return try table(at: line.indentation, depth: depth) }
    index += 1
    return try inline(from: line.start, to: line.end, parent: indentation, depth: depth)
  }

  private mutating func list(at indentation: Int, depth: Int) throws(Diagnostic) -> Datum {
    let first = lines[index]
    var elements: [Datum] = []
    var end = first.end
    while index < lines.count, case let line = lines[index], line.indentation == indentation,
      isDash(line.start, line.end)
    {
      var start = line.start + 1
      while start < line.end, bytes[start] == 0x20 { start += 1 }
      let rest = start < line.end && bytes[start] != UInt8(ascii: "#") ? start : line.end
      if rest == line.end {
        index += 1
        elements.append(try nested(below: indentation, at: line.end, depth: depth))
      } else if isDash(rest, line.end) || key(from: rest, to: line.end) != nil {
        // What stands after the dash begins a block of its own, indented to where it stands.
        lines[index] = Line(start: rest, end: line.end, indentation: indentation + rest - line.start)
        elements.append(try block(deeperThan: indentation, depth: depth + 1))
      } else {
        index += 1
        elements.append(try inline(from: rest, to: line.end, parent: indentation, depth: depth))
      }
      end = elements.last?.range.upper ?? end
    }
    return Datum(.list(elements), at: SourceRange(first.start, end))
  }

  private mutating func table(at indentation: Int, depth: Int) throws(Diagnostic) -> Datum {
    let first = lines[index]
    var entries: [Entry] = []
    var end = first.end
    while index < lines.count, case let line = lines[index], line.indentation == indentation {
      guard let (name, keyRange, behind) = key(from: line.start, to: line.end) else {
        throw Diagnostic(
          .import, "a key and “:” are expected here", at: SourceRange(line.start, line.end))
      }
      index += 1
      var start = behind
      while start < line.end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
      let value: Datum
      if start == line.end || bytes[start] == UInt8(ascii: "#") {
        value = try nested(below: indentation, at: keyRange.upper, depth: depth, orDashAt: indentation)
      } else {
        value = try inline(from: start, to: line.end, parent: indentation, depth: depth)
      }
      entries.append(Entry(name, at: keyRange, name == "<<" ? Datum(.opaque("a merge key"), at: keyRange) : value))
      end = max(line.end, value.range.upper)
    }
    return Datum(.table(entries), at: SourceRange(first.start, end))
  }

  /// The block below a key or a dash; null where there is none.
  private mutating func nested(
    below indentation: Int, at place: Int, depth: Int, orDashAt dash: Int? = nil
  ) throws(Diagnostic) -> Datum {
    guard index < lines.count else { return Datum(.null, at: SourceRange(place, place)) }
    let line = lines[index]
    let isDashed = line.indentation == dash && isDash(line.start, line.end)
    guard line.indentation > indentation || isDashed else { return Datum(.null, at: SourceRange(place, place)) }
    return try block(deeperThan: indentation, depth: depth + 1)
  }

  // MARK: On one line

  /// A value that begins after a key or a dash, and may go on over lines that are indented further.
  private mutating func inline(
    from start: Int, to end: Int, parent: Int, depth: Int
  ) throws(Diagnostic) -> Datum {
    guard depth < Datum.maximumDepth else {
      throw Diagnostic(.import, "nested deeper than \(Datum.maximumDepth)", at: SourceRange(start, end))
    }
    switch bytes[start] {
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      skipDeeper(than: parent)
      return Datum(.opaque("a block of text"), at: SourceRange(start, end))
    case UInt8(ascii: "!"):
      skipDeeper(than: parent)
      return Datum(.opaque("the tag \(word(from: start, to: end))"), at: SourceRange(start, end))
    case UInt8(ascii: "&"):
      let name = word(from: start + 1, to: end)
      var rest = start + 1 + name.utf8.count
      while rest < end, bytes[rest] == 0x20 { rest += 1 }
      let value =
        rest == end || bytes[rest] == UInt8(ascii: "#")
        ? try nested(below: parent, at: end, depth: depth)
        : try inline(from: rest, to: end, parent: parent, depth: depth + 1)
      if anchors.count < YAML.mostAnchors { anchors.append((name, value)) }
      return value
    case UInt8(ascii: "*"):
      let name = word(from: start + 1, to: end)
      return alias(name, at: SourceRange(start, start + 1 + name.utf8.count))
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "'"):
      return try flow(from: start, depth: depth, parent: parent)
    default:
      return plain(from: start, to: end, parent: parent)
    }
  }

  private func alias(_ name: String, at range: SourceRange) -> Datum {
    guard let value = anchors.last(where: { $0.name == name })?.value else {
      return Datum(.opaque("the alias “\(name)” of nothing"), at: range)
    }
    switch value.content {
    case .list, .table, .opaque: return Datum(.opaque("an alias of \(value.typeName)"), at: range)
    default: return Datum(value.content, at: range)
    }
  }

  /// Brackets and quotes, which end where they are closed, on whatever line.
  private mutating func flow(from start: Int, depth: Int, parent: Int) throws(Diagnostic) -> Datum {
    var reader = YAMLFlow(Cursor(bytes, from: start))
    let value = try reader.value(depth: depth)
    while index < lines.count, lines[index].start < reader.cursor.index { index += 1 }
    // `[a, b]: c` and the like are not for configurations.
    reader.cursor.skipBlanks()
    guard let next = reader.cursor.peek, next != 0x0A, next != 0x0D, next != UInt8(ascii: "#") else { return value }
    let start = reader.cursor.index
    reader.cursor.skipLine()
    skipDeeper(than: parent)
    if case .text = value.content {
      throw reader.cursor.error("unexpected text after the quoted text", from: start)
    }
    return Datum(.opaque("more than a list or table"), at: SourceRange(value.range.lower, reader.cursor.index))
  }

  /// A scalar without quotes; lines that are indented further go on with it.
  private mutating func plain(from start: Int, to end: Int, parent: Int) -> Datum {
    let stop = YAML.endOfPlain(bytes, start, end)
    let range = Cursor(bytes).trimmed(start, stop)
    var text = Bytes(bytes[range.lower..<range.upper])
    guard index < lines.count, lines[index].indentation > parent, stop == end else {
      return Datum(YAMLScalar.content(text.text), at: range)
    }
    while index < lines.count, lines[index].indentation > parent {
      let line = lines[index]
      text.append(0x20)
      text.append(contentsOf: bytes[line.start..<line.end])
      index += 1
    }
    return Datum(.text(text.text), at: range)
  }

  /// Where a plain scalar ends: before a comment.
  static func endOfPlain(_ bytes: Bytes, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      if bytes[index] == UInt8(ascii: "#"), index > start, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 {
        return index
      }
      index += 1
    }
    return end
  }

  // MARK: Parts of a line

  private mutating func skipDeeper(than indentation: Int) {
    while index < lines.count, lines[index].indentation > indentation { index += 1 }
  }

  private func isDash(_ start: Int, _ end: Int) -> Bool {
    bytes[start] == UInt8(ascii: "-") && (start + 1 == end || bytes[start + 1] == 0x20)
  }

  private func word(from start: Int, to end: Int) -> String {
    Bytes(bytes[start..<end].prefix { $0 != 0x20 && $0 != 0x09 }).text
  }

  /// The key that a line begins with, where it stands, and where what follows its colon begins.
  private func key(from start: Int, to end: Int) -> (name: String, range: SourceRange, behind: Int)? {
    var cursor = Cursor(bytes, from: start, to: end)
    guard let first = cursor.peek else { return nil }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      let isSingle = first == UInt8(ascii: "'")
      guard let name = try? cursor.quoted(isRaw: isSingle, doubles: isSingle) else { return nil }
      let range = SourceRange(start, cursor.index)
      cursor.skipBlanks()
      return cursor.take(":") && cursor.isAtGap ? (name, range, cursor.index) : nil
    }
    // A bracket or a mark begins something else.
    if "[{!&*|>%@`?,#".utf8.contains(first) { return nil }
    while let byte = cursor.peek {
      if byte == UInt8(ascii: "#"), cursor.index > start, bytes[cursor.index - 1] == 0x20 { return nil }
      cursor.index += 1
      guard byte == UInt8(ascii: ":"), cursor.isAtGap else { continue }
      let range = cursor.trimmed(start, cursor.index - 1)
      return (cursor.text(range.lower, range.upper), range, cursor.index)
    }
    return nil
  }
}

extension Cursor {
  /// Whether a blank or the end follows.
  var isAtGap: Bool { peek.map { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D } ?? true }

  fileprivate func isMarker(_ marker: StaticString, at range: SourceRange) -> Bool {
    var cursor = self
    cursor.index = range.lower
    guard cursor.isAt(marker) else { return false }
    cursor.index += 3
    return cursor.isAtGap
  }
}
