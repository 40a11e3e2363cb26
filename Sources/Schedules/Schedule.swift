import Diagnostics

/// A schedule for a training loop: read from JSON, stepped by hand.
///
///     var schedule = try Schedule(json: #"{"scheduler": {"type": "CosineAnnealingLR", "T_max": 50}}"#)
///     for epoch in 0..<50 {
///       train(rate: schedule.optimizer.groups[0].lr)
///       try schedule.step()
///     }
///
/// A value: a copy is a snapshot, and stepping the copy gives the same remainder to the bit.
public struct Schedule: Sendable {
  /// The optimizer that the schedule drives; its groups hold the rates of the next update.
  public private(set) var optimizer: Optimizer
  private var node: Node
  /// What stands beside it in an array, stepped after it.
  private var others: [Node]
  private let source: Source

  /// Reads a schedule file's text.
  ///
  /// Throws `ScheduleError`, whose description shows every error with its place.
  public init(json: String) throws(ScheduleError) {
    source = Source(name: "schedule", bytes: Array(json.utf8))
    do throws(DiagnosticList) {
      let spec = try Spec.read(source, for: .stepping) { (path) throws(Diagnostic) in
        throw Diagnostic(.io, "\(path) is not read here: give the metric to “step”")
      }
      guard let plan = spec.plans.first, spec.plans.count == 1, let first = plan.nodes.first else {
        throw DiagnosticList([Diagnostic(.spec, "a training loop has one scheduler, not “curves”")])
      }
      optimizer = plan.optimizer
      node = first.node
      others = plan.nodes.dropFirst().map(\.node)
    } catch {
      throw ScheduleError(error, in: source)
    }
    do throws(Diagnostic) {
      try node.start(&optimizer)
      for index in others.indices { try others[index].start(&optimizer) }
    } catch {
      throw ScheduleError(DiagnosticList([error]), in: source)
    }
  }

  /// Counts an update of the optimizer; it has no parameters to change.
  public mutating func stepOptimizer() { optimizer.step() }

  /// Moves every scheduler on by one of its steps, as calling torch's `step()` on each does.
  ///
  /// Schedulers that watch a metric are shown `metric`. Throws when a schedule cannot go on, as one-cycle beyond its end.
  public mutating func step(metric: Double? = nil) throws(ScheduleError) {
    do throws(Diagnostic) {
      try node.step(&optimizer, metric: metric)
      // An empty array is nobody's own, and would be copied before each step.
      if !others.isEmpty { for index in others.indices { try others[index].step(&optimizer, metric: metric) } }
    } catch {
      throw failure(error)
    }
  }

  // Apart, so that a step has no room to make for it.
  @inline(never)
  private func failure(_ error: Diagnostic) -> ScheduleError { ScheduleError(DiagnosticList([error]), in: source) }
}

/// What is wrong with a schedule.
public struct ScheduleError: Error, CustomStringConvertible {
  /// The errors, each with its place and what would help.
  public let description: String

  init(_ problems: DiagnosticList, in source: Source) {
    description = problems.all.map(Excerpt(of: source).draw).joined()
  }
}
