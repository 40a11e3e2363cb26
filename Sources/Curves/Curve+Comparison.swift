import Schedules
import Text

extension Curve {
  /// Several curves as one, each under its name; the shorter ones have no values in the rows they do not reach.
  ///
  /// A curve that was several already keeps their names after its own.
  package static func comparison(of curves: [(name: String, curve: Curve)]) -> Curve {
    let rowCount = curves.map(\.curve.rowCount).max() ?? 0
    let columns = curves.flatMap { name, curve in
      curve.named(name).columns.map { column in
        var column = column
        column.values += Array(repeating: .nan, count: rowCount - column.values.count)
        return column
      }
    }
    return Curve(
      columns: columns, rowCount: rowCount, timeline: .common(to: curves.map(\.curve.timeline), steps: rowCount),
      unit: curves.allSatisfy { $0.curve.unit == .epoch } ? .epoch : .step)
  }

  /// The curve under a name, in front of the names that it has already.
  func named(_ name: String) -> Curve {
    var named = self
    for index in columns.indices { named.columns[index].curve = columns[index].curve.map { "\(name) \($0)" } ?? name }
    return named
  }

  /// How far the rates of every other curve are from those of the first, group by group.
  package var differences: [Column] {
    let rates = columns(of: .lr)
    let base = rates.filter { $0.curve.isSame(as: rates.first?.curve) }
    let partners = Dictionary(base.map { ($0.group.map(ExactText.init), $0) }) { first, _ in first }
    return rates.filter { !$0.curve.isSame(as: rates.first?.curve) }.compactMap { column in
      guard let partner = partners[column.group.map(ExactText.init)] ?? (base.count == 1 ? base.first : nil)
      else { return nil }
      var difference = column
      difference.values = zip(column.values, partner.values).map { $0 - $1 }
      return difference
    }
  }
}

extension Timeline {
  /// How several runs count: what they see only where all see the same.
  fileprivate static func common(to all: [Timeline], steps: Int) -> Timeline {
    var common = Timeline(steps: steps, stepsPerEpoch: all.first?.stepsPerEpoch)
    guard let first = all.first, all.allSatisfy({ $0.batch == first.batch }) else { return common }
    common.batch = first.batch
    common.showsBatch = first.showsBatch
    return common
  }
}
