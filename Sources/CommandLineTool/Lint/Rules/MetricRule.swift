import Text
import Diagnostics
import JSON
import Schedules

/// A negative metric for a plateau scheduler that wants a relative improvement: worse then counts as better.
enum MetricRule {
  static func findings(in node: Node, _ spec: Spec) -> [Finding] {
    if node.members.silencedRules.contains(.metric) { return [] }
    let run = RunLength(count: spec.epochs)
    let inner = node.scheduler.parts(of: run).flatMap { findings(in: $0.node, spec) }
    guard node.scheduler.watchesMetric, inner.isEmpty, isRelative(node), let metric = spec.metric,
      let (epoch, value) = firstNegative(metric, epochs: spec.timeline.turns(of: spec.metricCadence))
    else { return inner }
    return [
      Finding(
        rule: .metric,
        message:
          "the metric is \(Significant.text(value)) at epoch \(epoch), and “rel” asks for a part of the best one: "
          + "below zero a slightly worse value counts as better",
        fix: "\"threshold_mode\": \"abs\"", range: node.range)
    ]
  }

  /// Keras and optax measure differences; the others a part of the best metric unless they are told.
  private static func isRelative(_ node: Node) -> Bool {
    guard node.scheduler.parts(of: RunLength(count: 1)).isEmpty else { return false }
    if node.name.hasPrefix("keras.") || node.name.hasPrefix("optax.") || node.name.hasSuffix("greedy") { return false }
    if case .string(let mode)? = node.member("threshold_mode")?.value.content { return mode != "abs" }
    return true
  }

  private static func firstNegative(_ metric: Metric, epochs: Int) -> (epoch: Int, value: Double)? {
    for epoch in 0..<max(0, epochs - 1) {
      guard let value = try? metric.value(at: epoch) else { return nil }
      if value < 0 { return (epoch, value) }
    }
    return nil
  }
}
