import Text

/// A log of separated values, read by bytes: the cells that are wanted of one row after the other.
struct LogTable {
  let text: LogText
  let headings: [String]
  private let separator: UInt8
  private var place: Int
  /// The cells of the row that was read last, by the columns that are wanted.
  private(set) var cells: [Range<Int>]
  /// Which of the wanted cells a column is; −1 for the others.
  private var slots: [Int]
  /// Where the row begins.
  private(set) var start = 0
  /// Whether the row is the last, and has fewer cells than there are headings and no line end.
  private(set) var isTorn = false

  /// A table has no more columns than this.
  private static let mostColumns = 100_000

  init(_ bytes: Bytes) {
    text = LogText(bytes)
    var place = text.skippingSpace(text.index, to: bytes.count)
    var lineEnd = place
    var counts: [UInt8: Int] = [:]
    while lineEnd < bytes.count, bytes[lineEnd] != 0x0A, bytes[lineEnd] != 0x0D {
      if ",;\t".utf8.contains(bytes[lineEnd]) { counts[bytes[lineEnd], default: 0] += 1 }
      lineEnd += 1
    }
    let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    separator = separators.max { counts[$0] ?? 0 < counts[$1] ?? 0 } ?? UInt8(ascii: ",")
    var headings: [String] = []
    cells = []
    slots = []
    while headings.count < Self.mostColumns {
      let (cell, next, endsRow) = LogTable.cell(of: text, at: place, separator)
      headings.append(text.text(cell))
      place = next
      if endsRow { break }
    }
    self.headings = headings
    self.place = place
  }

  /// Chooses the columns that are wanted.
  mutating func want(_ columns: [Int]) {
    slots = Array(repeating: -1, count: headings.count)
    for (slot, column) in columns.enumerated() where slots.indices.contains(column) { slots[column] = slot }
    cells = Array(repeating: 0..<0, count: columns.count)
  }

  /// Reads the next row that is not an empty line.
  mutating func next() -> Bool {
    while place < text.end, text.bytes[place] == 0x0A || text.bytes[place] == 0x0D { place += 1 }
    guard place < text.end else { return false }
    start = place
    for slot in cells.indices { cells[slot] = 0..<0 }
    var column = 0
    while true {
      let (cell, next, endsRow) = LogTable.cell(of: text, at: place, separator)
      if column < slots.count, slots[column] >= 0 { cells[slots[column]] = cell }
      column += 1
      place = next
      if endsRow { break }
    }
    isTorn = place >= text.end && column < headings.count && text.bytes[text.end - 1] != 0x0A
    return true
  }

  /// A cell without blanks and quotes around it, where the next one begins, and whether the row ends between them.
  private static func cell(
    of text: LogText, at start: Int, _ separator: UInt8
  ) -> (cell: Range<Int>, next: Int, endsRow: Bool) {
    let bytes = text.bytes
    let end = bytes.count
    var place = start
    while place < end, bytes[place] == 0x20 { place += 1 }
    var lower = place
    var upper: Int
    if place < end, bytes[place] == UInt8(ascii: "\"") {
      place += 1
      lower = place
      while place < end, bytes[place] != UInt8(ascii: "\"") { place += 1 }
      upper = place
      if place < end { place += 1 }
      while place < end, bytes[place] != separator, bytes[place] != 0x0A { place += 1 }
    } else {
      while place < end, bytes[place] != separator, bytes[place] != 0x0A { place += 1 }
      upper = place
    }
    while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
    let endsRow = place >= end || bytes[place] == 0x0A
    return (lower..<max(lower, upper), min(end, place + 1), endsRow)
  }
}
