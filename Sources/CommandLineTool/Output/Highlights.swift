import Charts
import Curves
import Schedules

/// What of a curve is worth a mark: its peak, its end, and where a schedule of few jumps jumps.
struct Highlights {
  /// More jumps than this are a pattern, not events.
  private static let mostJumps = 12

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

  /// The jumps of the only curve, each with the rate it jumps to.
  var events: [Event] {
    guard rates.count == 1, let column = rates.first, column.phases.allSatisfy({ $0.motion == .jumps }) else {
      return []
    }
    var events: [Event] = []
    for row in column.values.indices.dropFirst() where column.values[row] != column.values[row - 1] {
      events.append(Event(at: Double(row), label: Significant.text(column.values[row])))
      if events.count > Highlights.mostJumps { return [] }
    }
    return events
  }
}
