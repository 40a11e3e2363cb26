package import JSON

/// What is known of a scheduler before anything is run.
package struct SchedulerOutline: Sendable {
  /// How many of its own steps it describes, when it says so.
  package let length: Double?
  /// When it is stepped, unless the file says otherwise.
  package let interval: Interval
  package let watchesMetric: Bool

  /// Reads a scheduler; `nil` when something is wrong with it, which is reported when its document is read.
  package init?(_ value: Value) {
    var reading = Reading()
    guard let top = Builder.topNode(value, &reading), reading.problems.isEmpty else { return nil }
    length = top.node.scheduler.length
    interval = top.interval
    watchesMetric = top.node.scheduler.watchesMetric
  }
}
