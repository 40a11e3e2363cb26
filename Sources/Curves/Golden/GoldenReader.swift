package import Diagnostics
import Text

extension Golden {
  /// Reads a golden: what `Curve.csv` writes, or another program's table of the same columns.
  ///
  /// Throws `error[golden]`, placed in the source, for anything but such a table.
  package static func read(_ source: Source) throws(Diagnostic) -> Golden {
    var reader = GoldenReader(source)
    return try reader.read()
  }
}

/// Parses the text of a golden.
private struct GoldenReader {
  /// More columns than this are no curve's, and would only fill the memory.
  private static let mostColumns = 100_000
  /// More values than the CSV of a curve has in a file of the allowed size.
  private static let mostValues = 40_000_000

  private let source: Source
  private var cells: SeparatedValues

  init(_ source: Source) {
    self.source = source
    cells = SeparatedValues(source.bytes)
  }

  mutating func read() throws(Diagnostic) -> Golden {
    let headings = try headings()
    var columns = Array(repeating: [Double](), count: headings.count)
    while let first = cells.next() {
      if first.endsRow, first.range.isEmpty { continue }
      try readRow(from: first, into: &columns)
      guard columns[0].count <= Self.mostValues / headings.count else {
        throw wrong("there are too many rows", at: first)
      }
    }
    return Golden(
      counts: (columns[0], columns[1]),
      columns: zip(headings, columns).dropFirst(2).map { Golden.Column(heading: $0, values: $1) })
  }

  private mutating func headings() throws(Diagnostic) -> [String] {
    var headings: [String] = []
    var known: Set<ExactText> = []
    while let cell = cells.next() {
      if headings.isEmpty, cell.endsRow, cell.range.isEmpty { continue }
      if cell.isBroken { throw wrong("the quotes of a heading are wrong", at: cell) }
      let heading = cells.text(of: cell)
      if headings.count < 2, !heading.isSame(as: ["step", "epoch"][headings.count]) {
        throw wrong("a golden begins with the columns “step” and “epoch”", at: cell)
      }
      guard known.insert(ExactText(heading)).inserted else {
        throw wrong("the column “\(heading)” is given twice", at: cell)
      }
      guard headings.count < Self.mostColumns else { throw wrong("there are too many columns", at: cell) }
      headings.append(heading)
      if cell.endsRow { break }
    }
    guard headings.count >= 2 else {
      let what = headings.isEmpty ? "the golden is empty" : "a golden begins with the columns “step” and “epoch”"
      throw Diagnostic(.golden, what, at: SourceRange(0, 0))
    }
    return headings
  }

  private mutating func readRow(from first: SeparatedValues.Cell, into columns: inout [[Double]]) throws(Diagnostic) {
    var cell = first
    var count = 0
    while true {
      guard count < columns.count else { throw wrong("the row has more cells than there are columns", at: cell) }
      columns[count].append(try number(in: cell, mayBeBlank: count >= 2))
      count += 1
      guard !cell.endsRow, let next = cells.next() else { break }
      cell = next
    }
    guard count == columns.count else {
      let row = SourceRange(first.range.lowerBound, cell.range.upperBound)
      throw Diagnostic(.golden, "the row has \(count) cells, and there are \(columns.count) columns", at: row)
    }
  }

  private func number(in cell: SeparatedValues.Cell, mayBeBlank: Bool) throws(Diagnostic) -> Double {
    let text = cells.trimmedText(of: cell)
    if text.isEmpty, mayBeBlank { return .nan }
    guard let number = Decimal.readLoosely(text), number.isFinite else {
      throw wrong(text.isEmpty ? "a number is missing" : "“\(text)” is not a finite number", at: cell)
    }
    return number
  }

  private func wrong(_ message: String, at cell: SeparatedValues.Cell) -> Diagnostic {
    Diagnostic(.golden, message, at: SourceRange(cell.range.lowerBound, cell.range.upperBound))
  }
}
