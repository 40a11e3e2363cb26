import Charts
import Curves
import Schedules
import Text

/// What of a curve is worth a mark: its peak, its end, and where a schedule of few jumps jumps.
struct Highlights {
  /// With more jumps than this, their numbers would be a crowd.
  private static let mostLabels = 12
  /// More than a picture has room for.
  private static let mostJumps = 2000

  private let rates: [Curve.Column]

  init(of curve: Curve) { rates = curve.columns(of: .lr) }

  /// The peak, unless the curve begins with it, and the last value, with their numbers; of several curves they would be
  /// a crowd.
  var notes: [Note] {
    guard rates.count == 1, let column = rates.first, let first = column.values.first, let last = column.values.last,
      let high = column.values.max(), column.values.contains(where: { $0 != first })
    else { return [] }
    let peak = column.values.firstIndex(of: high) ?? 0
    let end = column.values.count - 1
    let top = Note(row: peak, value: high, label: Significant.text(high))
    return (peak > 0 && peak < end ? [top] : []) + [Note(row: end, value: last, label: Significant.text(last))]
  }

  /// The jumps of the only curve, each with the rate it jumps to if they are few; none where every second row jumps.
  var events: [Event] {
    guard rates.count == 1, let column = rates.first, column.phases.allSatisfy({ $0.motion == .jumps }) else {
      return []
    }
    let values = column.values
    let jumps = values.indices.dropFirst().lazy.filter { values[$0] != values[$0 - 1] }.prefix(Self.mostJumps + 1)
    let rows = Array(jumps)
    guard rows.count <= Self.mostJumps, rows.count <= max(Self.mostLabels, values.count / 2) else { return [] }
    return rows.map { row in
      Event(at: Double(row), label: rows.count <= Self.mostLabels ? Significant.text(values[row]) : nil)
    }
  }
}
