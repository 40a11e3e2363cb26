package import Text

extension Curve {
  /// The curve as comma-separated values: one header line, one line a row, `\n` line ends.
  ///
  /// Values are the shortest decimals that read back to the same double.
  package var csv: Pieces {
    Pieces {
      var lines = CSVLines(of: self)
      return Pieces.Iterator { lines.next() }
    }
  }

  /// A cell as RFC 4180 has it: in quotes when it holds a comma, a quote or a line end, or blanks at its ends, which
  /// readers would take away.
  static func quoted(_ cell: String) -> String {
    let isBlank = { (byte: UInt8?) in byte == 0x20 || byte == 0x09 }
    let needsQuotes = cell.utf8.contains(where: "\",\n\r".utf8.contains)
    guard needsQuotes || isBlank(cell.utf8.first) || isBlank(cell.utf8.last) else { return cell }
    return "\"" + cell.parts(between: "\"").joined(by: "\"\"") + "\""
  }
}

/// The steps that a table has rows for, in their order: those of any of its curves.
struct TableSteps: Sequence, IteratorProtocol {
  private let rows: [Curve.Rows]
  private var step: Int?

  init(of curve: Curve) {
    rows = curve.rows
    step = curve.rowCount > 0 ? 0 : nil
  }

  /// The step that comes next.
  var upcoming: Int? { step }

  mutating func next() -> Int? {
    guard let current = step else { return nil }
    if rows.count == 1 {
      step = rows[0].next(after: current)
    } else {
      step = rows.lazy.compactMap { $0.next(after: current) }.min()
    }
    return current
  }
}

/// The lines of a curve, as many at a time as make a piece.
private struct CSVLines {
  private let curve: Curve
  private let columns: [[Double]]
  private let counts: [Curve.Count]
  private var isBegun = false
  private var steps: TableSteps
  private let hasCommonEpochs: Bool
  /// The epoch that was written last, and its first step.
  private var epoch = (number: 0, start: 0)

  init(of curve: Curve) {
    self.curve = curve
    columns = curve.columnsOfRows
    counts = curve.counts
    hasCommonEpochs = curve.hasCommonEpochs
    steps = TableSteps(of: curve)
  }

  mutating func next() -> Bytes? {
    guard !isBegun || steps.upcoming != nil else { return nil }
    // The counts and the longest value a column, with their commas.
    let longest = 24 * counts.count + 32 * columns.count
    // A few dozen rows at a time, in memory that every thread has.
    let block = max(longest, 960)
    var bytes = Bytes()
    bytes.reserveCapacity(min(Pieces.length, 64 + 32 * curve.rowCount) + block)
    if !isBegun { appendHeader(to: &bytes) }
    isBegun = true
    LineBuffer.with(capacity: block) { line in
      while steps.upcoming != nil, bytes.count < Pieces.length {
        while line.room >= longest, let step = steps.next() { append(step, to: &line) }
        line.flush(to: &bytes)
      }
    }
    return bytes
  }

  private func appendHeader(to bytes: inout Bytes) {
    bytes.append(literal: "step,epoch")
    for count in counts.dropFirst(2) { bytes.append(",\(count.rawValue)") }
    for column in curve.columns {
      bytes.append(UInt8(ascii: ","))
      bytes.append(Curve.quoted(column.heading))
    }
    bytes.append(0x0A)
  }

  private mutating func append(_ step: Int, to line: inout LineBuffer) {
    line.append(integer: step)
    line.append(UInt8(ascii: ","))
    if hasCommonEpochs {
      if step - epoch.start >= curve.stepsPerEpoch {
        // To divide at every row would take longer than to write the number.
        let number = step / curve.stepsPerEpoch
        epoch = (number, number * curve.stepsPerEpoch)
      }
      line.append(integer: epoch.number)
    } else if let number = curve.value(.epoch, at: step) {
      line.append(integer: number)
    }
    for index in counts.indices.dropFirst(2) {
      line.append(UInt8(ascii: ","))
      if let count = curve.value(counts[index], at: step) { line.append(integer: count) }
    }
    // By index, so that no column is retained and released at every row.
    for index in columns.indices {
      line.append(UInt8(ascii: ","))
      let value = columns[index][step]
      if !value.isNaN { line.append(shortest: value) }
    }
    line.append(0x0A)
  }
}

extension Curve {
  /// The values of the columns in the rows of a table: where curves have different ones, those of others are blank.
  var columnsOfRows: [[Double]] {
    guard rows.count > 1 else { return columns.map(\.values) }
    return columns.map { column in
      column.rows.every == 1
        ? column.values : column.values.enumerated().map { column.rows.contains($0) ? $1 : .nan }
    }
  }
}
