package import Text

extension Curve {
  /// The texts of a row's cells, in the order of the CSV's columns; that of a value that is not there is empty.
  package func cells(ofRow row: Int) -> [String] {
    let values = columns.map { $0.values[row] }
    // A zero has no sign, as everywhere.
    return counts.map { value($0, at: row)?.description ?? "" }
      + values.map { $0.isNaN ? "" : ($0 == 0 ? 0 : $0).description }
  }

  /// The CSV's header.
  package var headings: [String] { counts.map(\.rawValue) + columns.map(\.heading) }

  /// Some rows as the CSV has them, under its header.
  package func csv(ofRows rows: [Int]) -> Bytes {
    let lines = [headings.map(Curve.quoted)] + rows.map(cells)
    return Bytes(lines.map { $0.joined(separator: ",") + "\n" }.joined().utf8)
  }
}
