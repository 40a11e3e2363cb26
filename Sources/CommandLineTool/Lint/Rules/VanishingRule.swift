import Curves
import Schedules
import Text

/// A rate that falls and falls, below a trillionth of its peak, or to 0 by underflow: no update changes anything then.
enum VanishingRule {
  private static let least = 1e-12

  static func findings(in curve: Curve, of spec: Spec) -> [Finding] {
    // A rate that a metric lowers falls for as long as the metric makes it, which says nothing about the schedule.
    guard !spec.plans.contains(where: { $0.nodes.contains { $0.node.scheduler.watchesMetric } }) else { return [] }
    for column in curve.columns(of: .lr) {
      guard let peak = column.values.max(), peak > 0 else { continue }
      // A cosine or a power touches its end for a moment.
      guard let (row, count) = vanished(column.values, below: least * peak),
        count > max(3, column.values.count / 100)
      else { continue }
      let grows = (column.values.last ?? 0) == peak && column.values.count > 1
      let node = spec.plans.first { $0.name == column.curve }?.nodes.first?.node
      return [
        Finding(
          rule: .vanishing,
          message: grows
            ? "the rate grows without end, from \(Significant.text(column.values[0])) to \(Significant.text(peak))"
            : "the rate is below a trillionth of its peak from step \(row) on: "
              + "\(column.values.count - row) of \(column.values.count) updates change nothing",
          hint: grows
            ? "a factor below 1 decays"
            : spec.stepsPerEpoch > 1
              ? "step it per epoch: \"interval\": \"epoch\"" : "a slower decay, or a floor",
          range: node?.range, owner: node?.range)
      ]
    }
    return []
  }

  /// The first row that is below a bound, and how many are; a 0 counts where the rate underflowed to it.
  private static func vanished(_ values: [Double], below bound: Double) -> (first: Int, count: Int)? {
    var (first, count, before) = (Int?.none, 0, Double.infinity)
    for (row, value) in values.enumerated() {
      if value != 0 { before = abs(value) }
      guard value < bound, value > 0 || before < 1e-200 else { continue }
      first = first ?? row
      count += 1
    }
    return first.map { ($0, count) }
  }
}
