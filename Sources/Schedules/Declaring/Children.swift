import Diagnostics
import JSON

/// The schedulers inside a combinator.
struct Children: ParameterValue {
  let nodes: [Node]

  static var valueType: ValueType { .schedulers }

  static func read(_ value: Value, _ reading: inout Reading) -> Children? {
    guard case .array(let elements) = value.content else { return reading.mismatch(value, valueType) }
    let nodes = elements.map { Builder.node($0, &reading) }
    let good = nodes.compactMap { $0 }
    return good.count == nodes.count ? Children(nodes: good) : nil
  }

  /// The children of a torch combinator, which takes at least one and none that watches a metric.
  func composable(in combinator: String) throws(Diagnostic) -> [Node] {
    if nodes.isEmpty { throw Diagnostic(.value, "\(combinator) needs at least one scheduler") }
    if let watcher = nodes.first(where: { $0.scheduler.watchesMetric }) {
      throw Diagnostic(
        .value, "\(combinator) cannot hold \(watcher.name), which has to be given a metric", at: watcher.range,
        hint: "step both in turn: make “scheduler” an array")
    }
    return nodes
  }

  var shown: String { "[…]" }
}
