import Curves
import Schedules
import Text

/// A rate that falls and falls, below a trillionth of its peak, or to 0 by underflow: no update changes anything then.
enum VanishingRule {
  private static let least = 1e-12

  static func findings(in curve: Curve, of spec: Spec) -> [Finding] {
    // A rate that a metric lowers falls as long as the metric has it, which is the metric's affair.
    guard !spec.plans.contains(where: { $0.nodes.contains { $0.node.scheduler.watchesMetric } }) else { return [] }
    for column in curve.columns(of: .lr) {
      guard let peak = column.values.max(), peak > 0 else { continue }
      let small = column.values.indices.filter {
        column.values[$0] < least * peak && (column.values[$0] > 0 || isUnderflow(column.values, $0))
      }
      // A cosine or a power touches its end for a moment.
      guard small.count > max(3, column.values.count / 100), let row = small.first else { continue }
      let node = spec.plans.first { $0.name == column.curve }?.nodes.first?.node
      return [
        Finding(
          rule: .vanishing,
          message: "the rate is below a trillionth of its peak from step \(row) on: "
            + "\(column.values.count - row) of \(column.values.count) updates change nothing",
          hint: spec.stepsPerEpoch > 1
            ? "it may be meant per epoch: \"interval\": \"epoch\"" : "a slower decay, or a floor",
          range: node?.range, owner: node?.range)
      ]
    }
    return []
  }

  private static func isUnderflow(_ values: [Double], _ row: Int) -> Bool {
    guard let before = values[..<row].last(where: { $0 != 0 }) else { return false }
    return abs(before) < 1e-200
  }
}
