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
    let needsQuotes = cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes || isBlank(cell.utf8.first) || isBlank(cell.utf8.last) else { return cell }
    return "\"" + cell.parts(between: "\"").joined(by: "\"\"") + "\""
  }
}

/// The lines of a curve, as many at a time as make a piece.
private struct CSVLines {
  private let curve: Curve
  private let columns: [[Double]]
  private var isBegun = false
  private var row = 0
  private var epoch = 0
  /// The rows that the epoch still has.
  private var left: Int

  init(of curve: Curve) {
    self.curve = curve
    columns = curve.columns.map(\.values)
    left = curve.stepsPerEpoch
  }

  mutating func next() -> Bytes? {
    guard !isBegun || row < curve.rowCount else { return nil }
    // Two counts and the longest value a column, with their commas.
    let longest = 48 + 32 * columns.count
    // A few dozen rows at a time, in memory that every thread has.
    let block = max(longest, 960)
    var bytes = Bytes()
    bytes.reserveCapacity(min(Pieces.length, 64 + 32 * curve.rowCount) + block)
    if !isBegun { appendHeader(to: &bytes) }
    isBegun = true
    LineBuffer.with(capacity: block) { line in
      while row < curve.rowCount, bytes.count < Pieces.length {
        while row < curve.rowCount, line.room >= longest { append(to: &line) }
        line.flush(to: &bytes)
      }
    }
    return bytes
  }

  private func appendHeader(to bytes: inout Bytes) {
    bytes.append(literal: "step,epoch")
    for column in curve.columns {
      bytes.append(UInt8(ascii: ","))
      bytes.append(Curve.quoted(column.heading))
    }
    bytes.append(0x0A)
  }

  private mutating func append(to line: inout LineBuffer) {
    line.append(integer: row)
    line.append(UInt8(ascii: ","))
    line.append(integer: epoch)
    // By index, so that no column is held and let go at every row.
    for index in columns.indices {
      line.append(UInt8(ascii: ","))
      let value = columns[index][row]
      if !value.isNaN { line.append(shortest: value) }
    }
    line.append(0x0A)
    row += 1
    left -= 1
    if left == 0 { (epoch, left) = (epoch + 1, curve.stepsPerEpoch) }
  }
}
