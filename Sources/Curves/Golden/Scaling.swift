/// Finds out whether values are the same multiple of what they were.
enum Scaling {
  /// The one factor of all columns; `nil` when there is none.
  static func factor(of pairs: [ColumnPair], rows: Int) -> Double? {
    guard let factor = pairs.first.flatMap({ factor(of: $0, rows: rows) }) else { return nil }
    // A smaller change is not a factor: differences in the last bits do not make a scaling by 1.
    var tolerance = Tolerance()
    tolerance.relative = min(tolerance.relative, 1e-3 * abs(factor - 1))
    tolerance.ofPeak = min(tolerance.ofPeak, 1e-3 * abs(factor - 1))
    let isCommon = pairs.allSatisfy { pair in
      (0..<rows).allSatisfy {
        tolerance.accepts(pair.actual[$0], for: factor * pair.golden[$0], peak: abs(factor) * pair.peak)
      }
    }
    return isCommon ? factor : nil
  }

  /// The factor where the golden is largest, and the quotient has the most digits.
  private static func factor(of pair: ColumnPair, rows: Int) -> Double? {
    var largest: Int?
    for row in 0..<rows where abs(pair.golden[row]) > largest.map({ abs(pair.golden[$0]) }) ?? 0 { largest = row }
    guard let largest else { return nil }
    let factor = pair.actual[largest] / pair.golden[largest]
    return factor.isFinite ? factor : nil
  }
}
