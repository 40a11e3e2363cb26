/// A curve and its golden in one, to be looked at.
package struct GoldenOverlay: Sendable {
  /// Both, under the names “golden” and “actual”; the golden’s columns are the references.
  package let curve: Curve
  /// How far the curve is from the golden, for each column that differs at all.
  package let differences: [Curve.Column]

  /// Lays a curve over what there is of its golden.
  package init(of curve: Curve, over golden: Golden?) {
    var (references, differences): ([Curve.Column], [Curve.Column]) = ([], [])
    for column in curve.columns {
      guard let table = golden?[column.heading]?.values else { continue }
      let old = Self.values(table, in: column.rows)
      var reference = column
      reference.values = old
      reference.isReference = true
      references.append(reference)
      var difference = column
      difference.values = zip(column.values, old).map { $0 - $1 }
      if difference.values.contains(where: { !($0 == 0 || $0.isNaN) }) { differences.append(difference) }
    }
    let old = Curve(
      columns: references, rowCount: references.map(\.values.count).max() ?? 0, timeline: curve.timeline,
      unit: curve.unit)
    self.curve = .comparison(of: [("golden", old), ("actual", curve)])
    self.differences =
      Curve(columns: differences, rowCount: curve.rowCount, timeline: curve.timeline, unit: curve.unit)
      .named("actual").columns
  }

  /// A golden's values at every step: between its rows they are taken to lie on a line, which only a picture shows.
  private static func values(_ table: [Double], in rows: Curve.Rows) -> [Double] {
    guard rows.every > 1 else { return table }
    var values: [Double] = []
    for (row, value) in table.enumerated() {
      let step = row < rows.count ? rows.step(of: row) : values.count
      if let last = values.last {
        let (start, width) = (values.count - 1, Double(step - values.count + 1))
        for next in values.count..<max(values.count, step) {
          values.append(last + (value - last) * Double(next - start) / width)
        }
      }
      values.append(value)
    }
    return values
  }
}
