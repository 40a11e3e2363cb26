/// Reads comma-separated values (RFC 4180).
package enum SeparatedValues {
  /// The rows, each a list of cells without their quotes; empty lines are left out, and the last may lack its line end.
  ///
  /// Lenient where files are: `\n` and `\r\n` both end a line, and a quote in the middle of a cell is a character.
  package static func rows(of bytes: Bytes) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = Bytes()
    var isQuoted = false
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func finishRow() {
      if !row.isEmpty || !cell.isEmpty { rows.append(row + [trimmed(cell)]) }
      row = []
      cell = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          cell.append(byte)
        } else if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
          cell.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\"") where cell.isEmpty: isQuoted = true
      case UInt8(ascii: ","):
        row.append(trimmed(cell))
        cell = []
      case 0x0A: finishRow()
      case 0x0D where index < bytes.count && bytes[index] == 0x0A: break
      default: cell.append(byte)
      }
    }
    finishRow()
    return rows
  }

  private static func trimmed(_ cell: Bytes) -> String {
    let start = cell.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? cell.endIndex
    let end = cell.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? start
    return Bytes(cell[start..<max(start, end)]).text
  }
}
