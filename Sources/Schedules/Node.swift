package import Diagnostics

/// A scheduler and the place in the source that asked for it.
///
/// A scheduler does not know where it was written; a failure on its way out gets its place here.
package struct Node: Sendable {
  package var scheduler: any Scheduler
  /// The canonical name of its kind.
  package let name: String
  /// The short name of its kind, for phases in pictures.
  package let label: String
  package let range: SourceRange

  /// Runs one of the scheduler's verbs; an error without a place gets this node's.
  mutating func perform(
    _ verb: (inout any Scheduler) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    do throws(Diagnostic) {
      try verb(&scheduler)
    } catch {
      var located = error.located(at: range)
      if error.range == nil { located.message = "\(name): \(error.message)" }
      throw located
    }
  }

  package mutating func start(_ optimizer: inout Optimizer) throws(Diagnostic) {
    try perform { (scheduler) throws(Diagnostic) in try scheduler.start(&optimizer) }
  }

  package mutating func step(_ optimizer: inout Optimizer, metric: Double?) throws(Diagnostic) {
    try perform { (scheduler) throws(Diagnostic) in try scheduler.step(&optimizer, metric: metric) }
  }

  mutating func initialStep(_ optimizer: inout Optimizer) throws(Diagnostic) {
    try perform { (scheduler) throws(Diagnostic) in try scheduler.initialStep(&optimizer) }
  }

  mutating func restart(_ optimizer: inout Optimizer) throws(Diagnostic) {
    try perform { (scheduler) throws(Diagnostic) in try scheduler.restart(&optimizer) }
  }

  /// The phases of the scheduler, or itself as the only one.
  package var phases: [Phase] {
    let own = scheduler.phases
    return own.isEmpty ? [Phase(start: 0, motion: scheduler.motion, label: label)] : own
  }
}
