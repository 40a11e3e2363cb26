import Text

extension SeparatedValues {
  /// The rows, each a list of cells; empty lines are left out.
  static func rows(of bytes: Bytes) -> [[String]] {
    var cells = SeparatedValues(bytes)
    var rows: [[String]] = []
    while case let row = cells.row(), !row.isEmpty { rows.append(row) }
    return rows
  }
}
