import Text

/// Why the tables of a golden and a curve do not fit each other, whatever their values are.
package enum Mismatch: Sendable, Equatable {
  case renamed(golden: String, actual: String)
  /// Columns that only the curve has.
  case added([String])
  /// Columns that only the golden has.
  case removed([String])
  case reordered
  case rowCount(golden: Int, actual: Int)
  /// The first row of the golden that is not the step it should be.
  case step(Int, golden: Double)
  /// The first step that is in another epoch.
  case epoch(step: Int, golden: Double, actual: Int)

  /// The mismatch as a sentence without its full stop.
  package var sentence: String {
    switch self {
    case .renamed(let golden, let actual): "the golden’s column “\(golden)” is “\(actual)” now"
    case .added(let headings): "the golden has no \(Mismatch.list(headings))"
    case .removed(let headings): "the golden has the \(Mismatch.list(headings)), and the curve has not"
    case .reordered: "the golden’s columns are in a different order"
    case .rowCount(let golden, let actual): "the golden has \(golden.counted("row")), and the curve \(actual)"
    case .step(let step, let golden):
      "step \(step) is missing from the golden, where step \(Mismatch.count(golden)) follows"
    case .epoch(let step, let golden, let actual):
      "step \(step) is in epoch \(actual), and in the golden in epoch \(Mismatch.count(golden))"
    }
  }

  private static func list(_ headings: [String]) -> String {
    let named = headings.prefix(5).map { "“\($0)”" }.joined(separator: ", ")
    let rest = headings.count > 5 ? " and \(headings.count - 5) more" : ""
    return "\(headings.count == 1 ? "column" : "columns") \(named)\(rest)"
  }

  private static func count(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }
}

extension Golden {
  /// Whatever of the tables does not fit.
  func mismatches(with curve: Curve) -> [Mismatch] {
    var mismatches = columnMismatches(with: Array(curve.headings.dropFirst(2)))
    let rows = curve.goldenRows
    if rowCount != rows.count { mismatches.append(.rowCount(golden: rowCount, actual: rows.count)) }
    let common = 0..<min(rowCount, rows.count)
    if let row = common.first(where: { counts.step[$0] != Double(rows.step(of: $0)) }) {
      mismatches.append(.step(rows.step(of: row), golden: counts.step[row]))
    } else if let row = common.first(where: { counts.epoch[$0] != Double(curve.epoch(of: rows.step(of: $0))) }) {
      let step = rows.step(of: row)
      mismatches.append(.epoch(step: step, golden: counts.epoch[row], actual: curve.epoch(of: step)))
    }
    return mismatches
  }

  private func columnMismatches(with actual: [String]) -> [Mismatch] {
    let headings = columns.map(\.heading)
    if headings.elementsEqual(actual, by: { $0.isSame(as: $1) }) { return [] }
    let (known, present) = (Set(headings.map(ExactText.init)), Set(actual.map(ExactText.init)))
    let added = actual.filter { !known.contains(ExactText($0)) }
    let removed = headings.filter { !present.contains(ExactText($0)) }
    if added.count == 1, removed.count == 1 { return [.renamed(golden: removed[0], actual: added[0])] }
    let mismatches = (added.isEmpty ? [] : [Mismatch.added(added)]) + (removed.isEmpty ? [] : [.removed(removed)])
    return mismatches.isEmpty ? [.reordered] : mismatches
  }
}
