import Curves
import Text

extension Difference {
  /// The difference in one line: what is wrong with the table, and what has become of its values.
  var headline: String { (mismatches.map(\.sentence) + [valuesHeadline].compactMap { $0 }).joined(separator: "; ") }

  private var valuesHeadline: String? {
    let (differing, compared) = rows
    if differing == 0 { return compared == 0 ? nil : "the values that both have are the same" }
    let count = "\(differing) of \(compared.counted("row"))"
    guard let pattern else { return "\(count) \(differing == 1 ? "differs" : "differ")" }
    return "\(pattern.name) (\(count))"
  }

  /// The first changes: “step 10: golden 0.08, actual 0.09, +12 %”.
  var lines: [String] {
    let lines = changes.map(\.line)
    let left = rows.differing - Set(changes.map(\.step)).count
    return left > 0 ? lines + ["and \(left) more \(left == 1 ? "row" : "rows")"] : lines
  }
}

extension Difference.Change {
  var line: String {
    let percent = RelativeChange.text(from: golden, to: actual).map { ", \($0)" } ?? ""
    let column = heading == "lr" ? "" : " (\(heading))"
    return "step \(step): golden \(Self.text(golden)), actual \(Self.text(actual))\(percent)\(column)"
  }

  private static func text(_ value: Double) -> String {
    value.isNaN ? "blank" : (value == 0 ? 0 : value).description
  }
}
