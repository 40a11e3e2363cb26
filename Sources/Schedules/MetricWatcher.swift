import Diagnostics

/// A scheduler that changes the rates when a metric tells it to.
///
/// It stands alone: no combinator takes it, so nothing asks it to rewind or to begin anew.
protocol MetricWatcher: Scheduler {
  /// Takes in the metric of an epoch, and writes what follows from it.
  mutating func observe(_ metric: Double, _ optimizer: inout Optimizer) throws(Diagnostic)
}

extension MetricWatcher {
  mutating func step(_ optimizer: inout Optimizer, metric: Double?) throws(Diagnostic) {
    guard let metric else { throw .missingMetric }
    try observe(metric, &optimizer)
  }

  mutating func rewind() {}
  mutating func initialStep(_ optimizer: inout Optimizer) throws(Diagnostic) {}
  mutating func restart(_ optimizer: inout Optimizer) throws(Diagnostic) {}

  var watchesMetric: Bool { true }
  var motion: Motion { .jumps }
}

extension Diagnostic {
  static var missingMetric: Diagnostic { Diagnostic(.run, "there is no metric to watch") }
}
