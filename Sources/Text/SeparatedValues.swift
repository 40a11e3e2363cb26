/// Reads comma-separated values (RFC 4180) cell by cell, or such as tabs or semicolons separate.
///
/// Lenient where files are: `\n` and `\r\n` both end a line, the last line end may be missing, and a quote in the middle
/// of a cell is a character.
package struct SeparatedValues {
  package struct Cell: Sendable {
    /// Where it stands, quotes and blanks included.
    package let range: Range<Int>
    /// Whether it is the last of its row.
    package let endsRow: Bool
    fileprivate let isQuoted: Bool
    /// Whether its quote is never closed, or something stands after the closing one.
    package let isBroken: Bool
  }

  private let bytes: Bytes
  private let separator: UInt8
  private var index: Int
  /// Whether a cell follows even where the text ends.
  private var isBehindComma = false

  package init(_ bytes: Bytes, separator: UInt8 = UInt8(ascii: ",")) {
    self.bytes = bytes
    self.separator = separator
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next cell; an empty line is a row of one empty cell.
  package mutating func next() -> Cell? {
    guard index < bytes.count || isBehindComma else { return nil }
    let start = index
    let isQuoted = index < bytes.count && bytes[index] == UInt8(ascii: "\"")
    var isBroken = isQuoted && !skipQuoted()
    while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A {
      if isQuoted, bytes[index] != 0x20, bytes[index] != 0x09, bytes[index] != 0x0D { isBroken = true }
      index += 1
    }
    isBehindComma = index < bytes.count && bytes[index] == separator
    let endsLine = index < bytes.count && !isBehindComma
    let end = endsLine && index > start && bytes[index - 1] == 0x0D ? index - 1 : index
    if index < bytes.count { index += 1 }
    return Cell(range: start..<end, endsRow: !isBehindComma, isQuoted: isQuoted, isBroken: isBroken)
  }

  /// Moves past the quote that closes a cell, or to the end of the text; returns whether there is one.
  private mutating func skipQuoted() -> Bool {
    index += 1
    while index < bytes.count {
      defer { index += 1 }
      guard bytes[index] == UInt8(ascii: "\"") else { continue }
      guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else { return true }
      index += 1
    }
    return false
  }

  /// What a cell says: without its quotes, or without blanks at its ends; one whose quotes are wrong, as it stands.
  package func text(of cell: Cell) -> String {
    guard cell.isQuoted, !cell.isBroken else { return SeparatedValues.trimmed(bytes[cell.range]).text }
    var content = Bytes()
    var rest = bytes[cell.range].dropFirst()
    while let byte = rest.popFirst() {
      // A doubled quote stands for one; a single one closes the cell.
      if byte == UInt8(ascii: "\""), rest.popFirst() != byte { break }
      content.append(byte)
    }
    return content.text
  }

  /// What a cell says without blanks at its ends, as a number is read.
  package func trimmedText(of cell: Cell) -> String {
    let text = text(of: cell)
    return cell.isQuoted ? SeparatedValues.trimmed(Bytes(text.utf8)[...]).text : text
  }

  private static func trimmed(_ cell: ArraySlice<UInt8>) -> Bytes {
    let start = cell.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? cell.endIndex
    let end = cell.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? start
    return Bytes(cell[start..<max(start, end)])
  }
}

extension SeparatedValues {
  /// The cells of the next row that is not an empty line; none at the end.
  package mutating func row() -> [String] {
    var row: [String] = []
    while let cell = next() {
      if row.isEmpty, cell.endsRow, cell.range.isEmpty { continue }
      row.append(text(of: cell))
      if cell.endsRow { break }
    }
    return row
  }

  /// What separates the headings of a table: a comma, or where there is none a tab or a semicolon.
  package static func separator(of bytes: Bytes) -> UInt8 {
    let headings = bytes.prefix { $0 != 0x0A }
    let all = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]
    return all.first(where: headings.contains) ?? UInt8(ascii: ",")
  }
}
