import Text
import Diagnostics
import JSON
import Schedules

/// A negative metric for a plateau scheduler that wants a relative improvement: worse then counts as better.
enum MetricRule {
  static func findings(in node: Node, of plan: Plan, _ spec: Spec) -> [Finding] {
    if node.members.silencedRules.contains(.metric) { return [] }
    let run = RunLength(count: spec.epochs)
    let inner = node.scheduler.parts(of: run).flatMap { findings(in: $0.node, of: plan, spec) }
    guard node.scheduler.watchesMetric, inner.isEmpty, isRelative(node), let metric = plan.metric,
      let (epoch, value) = firstNegative(metric, epochs: spec.timeline.turns(of: plan.metricCadence))
    else { return inner }
    return [
      Finding(
        rule: .metric,
        message:
          "the metric is \(Significant.text(value)) at epoch \(epoch), and “rel” compares with a fraction of the best one: "
          + "below zero a slightly worse value counts as better",
        hint: node.parameters.first { $0.role == .thresholdMode }.map { "\"\($0.name)\": \"abs\"" }
          ?? "a metric that is not negative", range: node.range, owner: node.range)
    ]
  }

  /// Whether better means by a part of the best metric.
  private static func isRelative(_ node: Node) -> Bool {
    let parameters = node.parameters
    guard parameters.contains(where: { $0.role == .threshold }) else { return false }
    guard let mode = parameters.first(where: { $0.role == .thresholdMode }) else { return true }
    if case .string(let word)? = node.member(mode.name)?.value.content { return word != "abs" }
    return mode.standard != "\"abs\""
  }

  private static func firstNegative(_ metric: Metric, epochs: Int) -> (epoch: Int, value: Double)? {
    for epoch in 0..<max(0, epochs - 1) {
      guard let value = try? metric.value(at: epoch) else { return nil }
      if value < 0 { return (epoch, value) }
    }
    return nil
  }
}
