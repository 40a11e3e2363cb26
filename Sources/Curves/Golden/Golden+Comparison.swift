extension Golden {
  /// What of a curve differs from the golden; `nil` when nothing does.
  ///
  /// Values are compared where both have the column and the row, so that a difference of shape does not hide whether
  /// anything else has changed; where the golden skips a step its rows mean nothing.
  /// - Parameter most: how many changes are listed.
  package func difference(from curve: Curve, tolerance: Tolerance, most: Int = 5) -> Difference? {
    var difference = Difference()
    difference.mismatches = mismatches(with: curve)
    let skips = difference.mismatches.contains { if case .step = $0 { true } else { false } }
    if !skips { compare(curve, tolerance, most: most, into: &difference) }
    return difference.isEmpty ? nil : difference
  }

  private func compare(_ curve: Curve, _ tolerance: Tolerance, most: Int, into difference: inout Difference) {
    let table = curve.goldenRows
    let counts = curve.counts.dropFirst(2).compactMap { count in
      self[count.rawValue].map { golden in
        let actual = (0..<table.count).map { curve.value(count, at: table.step(of: $0)).map(Double.init) ?? .nan }
        return ColumnPair(heading: golden.heading, golden: golden.values, actual: actual, peak: golden.peak)
      }
    }
    let pairs =
      counts
      + curve.columns.compactMap { column in
        self[column.heading].map { golden in
          let actual = table.every == 1 ? column.values : (0..<table.count).map { column.values[table.step(of: $0)] }
          return ColumnPair(heading: column.heading, golden: golden.values, actual: actual, peak: golden.peak)
        }
      }
    var (first, count) = (0, 0)
    var differs = Array(repeating: false, count: pairs.count)
    let rows = pairs.isEmpty ? 0 : min(rowCount, table.count)
    for row in 0..<rows {
      var isSame = true
      for (index, pair) in pairs.enumerated()
      where !tolerance.accepts(pair.actual[row], for: pair.golden[row], peak: pair.peak) {
        isSame = false
        differs[index] = true
        guard difference.changes.count < most else { continue }
        difference.changes.append(
          Difference.Change(
            step: table.step(of: row), heading: pair.heading, golden: pair.golden[row], actual: pair.actual[row]))
      }
      if isSame { continue }
      if count == 0 { first = row }
      count += 1
    }
    difference.rows = (count, rows)
    guard count > 0 else { return }
    let changed = zip(pairs, differs).compactMap { $1 ? $0 : nil }
    difference.pattern = Pattern.of(
      changed, rows: rows, first: first, count: count, hasSameLength: rowCount == table.count
    )?.inSteps(of: table)
  }
}

extension Curve {
  /// The rows that its golden has.
  var goldenRows: Rows { columns.first?.rows ?? Rows(of: rowCount) }

  /// The epoch of a step.
  package func epoch(of step: Int) -> Int { step / stepsPerEpoch }
}

extension Pattern {
  /// The pattern with steps where it counts rows of a table.
  fileprivate func inSteps(of table: Curve.Rows) -> Pattern {
    switch self {
    case .oneRow, .scaled: self
    case .shifted(let rows): .shifted(rows < 0 ? -table.step(of: -rows) : table.step(of: rows))
    case .from(let row): .from(table.step(of: row))
    }
  }
}

/// A column of the golden, and that of the curve.
struct ColumnPair {
  let heading: String
  let golden: [Double]
  let actual: [Double]
  /// The largest magnitude of the golden.
  let peak: Double
}
