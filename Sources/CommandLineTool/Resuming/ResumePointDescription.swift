import Curves
import Schedules
import Text

/// What happens where a run is resumed, in numbers and in words.
struct ResumePointDescription {
  /// The first row after the interruption.
  let row: Int
  let way: Restoration
  /// The rate that the old schedule would have had there, or had last.
  let before: Double
  /// The rate that the run has from there on.
  let after: Double
  /// What the new schedule would have there, had it been followed from the beginning.
  let planned: Double?
  /// The update that is made at a rate of neither what was nor what comes, if there is one.
  let stale: Int?
  /// The first row from which the run follows the new schedule, to its end or the next interruption.
  let holdsFrom: Int?
  /// How much a step of either schedule changes there.
  let step: Double
  /// How the run counts.
  let unit: Curve.Unit

  /// The new rate as a multiple of the old one; `nil` where that has no meaning.
  var ratio: Double? { before == 0 ? nil : after / before }

  /// Whether it is a larger change than the schedules make by themselves.
  var isJump: Bool { abs(after - before) > 0.05 * abs(before) && abs(after - before) > 1.000001 * step }

  /// “0.5 → 0.7778, +56 %”, or “no jump”.
  var words: String {
    let numbers = "\(Significant.text(before)) → \(Significant.text(after))"
    if let percent { return "\(numbers), \(percent)" }
    return before == after || ratio != nil ? "no jump" : numbers
  }

  /// “jump +56 %” where there is little room.
  var short: String { percent.map { "jump \($0)" } ?? words }

  /// “+56 %”; `nil` where the rate does not change, or rises from zero.
  private var percent: String? {
    guard let ratio, abs(ratio - 1) > 1e-9 else { return nil }
    let percent = (ratio - 1) * 100
    let shown = abs(percent) < 10 ? (percent * 10).rounded() / 10 : percent.rounded()
    return "\(percent > 0 ? "+" : "−")\(Shown.number(abs(shown))) %"
  }

  /// Every interruption of a curve’s first rate.
  static func of(_ curve: Curve) -> [ResumePointDescription] {
    guard let resumption = curve.resumption, let rate = curve.columns(of: .lr).first else { return [] }
    let old = resumption.before.first?.values ?? []
    return resumption.resumePoints.enumerated().compactMap { index, point in
      ResumePointDescription(point, rate.values, index == 0 ? old : [], curve.unit)
    }
  }

  private init?(_ point: Resumption.ResumePoint, _ rates: [Double], _ old: [Double], _ unit: Curve.Unit) {
    func value(_ values: [Double], _ row: Int) -> Double? {
      values.indices.contains(row) && values[row].isFinite ? values[row] : nil
    }
    let row = point.row
    (self.row, self.unit, way) = (row, unit, point.way)
    guard let first = value(rates, row) else { return nil }
    let continued = point.before ?? value(rates, row - 1) ?? first
    before = continued
    planned = point.planned(in: row)
    holdsFrom = Self.follows(rates, point)
    let isStale = holdsFrom == row + 1 && row + 1 < rates.count
    stale = isStale ? row : nil
    // A rate that has only been left over is not where the run goes on.
    after = isStale && first == continued ? rates[row + 1] : first
    let courses = [{ point.planned(in: $0) }, { value(old, $0) }]
    var steps = courses.flatMap { course in
      [row - 1, row].compactMap { start in
        course(start).flatMap { low in course(start + 1).map { abs($0 - low) } }
      }
    }
    if let last = value(rates, row - 1) { steps.append(abs(continued - last)) }
    step = steps.max() ?? 0
  }

  /// The first row from which the run does what is planned, up to the next interruption or the end of the plan.
  private static func follows(_ rates: [Double], _ point: Resumption.ResumePoint) -> Int? {
    let row = point.row
    var end = min(rates.count, point.plannedEnd)
    while end > row, point.planned(in: end - 1) == nil { end -= 1 }
    var start = end
    while start > row, let planned = point.planned(in: start - 1),
      abs(rates[start - 1] - planned) <= 1e-9 * abs(planned) + 1e-300
    {
      start -= 1
    }
    return end - start >= min(2, end - row) && start < end ? start : nil
  }
}
