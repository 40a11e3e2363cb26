import Text

/// What changes have in common, as a person would name it.
package enum Pattern: Sendable, Equatable {
  /// One row only.
  case oneRow
  /// Every value is the same multiple of what it was.
  case scaled(Double)
  /// The curve is the same, and begins this many rows later (or earlier, when negative).
  case shifted(Int)
  /// Nothing differs before a step, and most rows from there on do.
  case from(Int)

  package var name: String {
    switch self {
    case .oneRow: "one row"
    case .scaled(let factor): "scaled by \(Pattern.factor(factor))"
    case .shifted(let rows):
      "shifted by \(rows.magnitude.counted("row")) (\(rows > 0 ? "later" : "earlier"))"
    case .from(let step): "differs from step \(step) on"
    }
  }

  /// The pattern of some columns that differ, in `count` of their first rows, beginning with one.
  static func of(_ pairs: [ColumnPair], rows: Int, first: Int, count: Int, hasSameLength: Bool) -> Pattern? {
    if count == 1, hasSameLength { return .oneRow }
    if let factor = Scaling.factor(of: pairs, rows: rows) { return .scaled(factor) }
    if let shift = Shift.rows(of: pairs) { return .shifted(shift) }
    return first > 0 && 2 * count >= rows - first ? .from(first) : nil
  }

  /// The shortest decimal that says how far a factor is from 1 to four digits: 1.09, 1.000001.
  private static func factor(_ factor: Double) -> String {
    var unit = 1.0
    for _ in 0..<16 {
      let rounded = (factor * unit).rounded() / unit
      if abs(rounded - factor) <= 1e-4 * min(abs(factor - 1), abs(factor)) { return text(rounded) }
      unit *= 10
    }
    return text(factor)
  }

  private static func text(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }
}
