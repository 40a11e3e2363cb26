import Charts
import Curves
import Schedules

/// What of a curve is worth a mark: its peak, its end, and where a schedule of few jumps jumps.
struct Highlights {
  /// With more curves than this, marks would be a crowd.
  private static let mostCurves = 3
  /// More jumps than this are a pattern, not events.
  private static let mostJumps = 12

  private let rates: [Curve.Column]

  init(of curve: Curve) { rates = curve.columns(of: .lr) }

  /// The peak, unless the curve begins with it, and the last value, with their numbers.
  var notes: [Note] {
    guard rates.count <= Highlights.mostCurves else { return [] }
    return rates.enumerated().flatMap { series, column in
      let values = column.values.prefix { !$0.isNaN }
      guard let last = values.last, let high = values.max(), values.contains(where: { $0 != last }) else {
        return [Note]()
      }
      let peak = values.firstIndex(of: high) ?? 0
      let end = values.count - 1
      var notes: [Note] = []
      if peak > 0, peak < end {
        notes.append(Note(row: peak, value: high, label: Significant.text(high), series: series))
      }
      notes.append(Note(row: end, value: last, label: Significant.text(last), series: series))
      return notes
    }
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
