package import Text

extension Curve {
  /// The curve as comma-separated values: one header line, one line a row, `\n` line ends.
  ///
  /// Values are the shortest decimals that read back to the same double.
  package var csv: Bytes {
    var bytes = Bytes()
    // Twenty bytes hold nearly every value; a wrong guess costs one more growth, not correctness.
    bytes.reserveCapacity(64 + rowCount * (14 + 21 * columns.count))
    bytes.append("step,epoch")
    for column in columns {
      bytes.append(UInt8(ascii: ","))
      bytes.append(Curve.quoted(column.heading))
    }
    bytes.append(0x0A)
    // Two counts and the longest value a column, with their commas.
    LineBuffer.with(capacity: 48 + 32 * columns.count) { line in
      var (epoch, left) = (0, stepsPerEpoch)
      for row in 0..<rowCount {
        line.append(count: row)
        line.append(UInt8(ascii: ","))
        line.append(count: epoch)
        for column in columns {
          line.append(UInt8(ascii: ","))
          let value = column.values[row]
          if !value.isNaN { line.append(shortest: value) }
        }
        line.append(0x0A)
        line.flush(to: &bytes)
        left -= 1
        if left == 0 { (epoch, left) = (epoch + 1, stepsPerEpoch) }
      }
    }
    return bytes
  }

  /// A cell as RFC 4180 has it: in quotes when it holds a comma, a quote or a line end.
  static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
