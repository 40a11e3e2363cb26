import Diagnostics

extension Fvcore {
  /// Runs a param scheduler over a training: its value is the rate of every group.
  struct Timed: Rule {
    let schedule: any Schedule
    private(set) var maxIter: Int?

    init(_ schedule: any Schedule, _ maxIter: Int?) {
      self.schedule = schedule
      self.maxIter = maxIter
    }

    mutating func adopt(_ run: RunLength) { maxIter = maxIter ?? max(1, run.count) }

    func rate(at step: Int, base: Double, group: Int) throws(Diagnostic) -> Double {
      guard let maxIter else { throw Diagnostic(.param, "“max_iter” is not given, and no run tells it") }
      return try schedule.value(at: Double(step) / Double(maxIter))
    }

    var length: Double? { maxIter.map(Double.init) }
    var motion: Motion { schedule.motion }
    var phases: [Phase] { maxIter.map { schedule.stretches.phases(of: Double($0)) } ?? [] }
  }

  /// The param scheduler inside another one, or inside detectron2's multiplier.
  static func schedule(in node: Node, of parameter: String) throws(Diagnostic) -> any Schedule {
    guard let timed = (node.scheduler as? Ruled)?.function as? Timed else {
      throw Diagnostic(
        .value, "“\(parameter)” is one of fvcore’s param schedulers, not \(node.name)", at: node.range,
        hint: "fvcore.CosineParamScheduler, say")
    }
    if timed.maxIter != nil {
      throw Diagnostic(
        .value, "“max_iter” belongs to the outermost scheduler", at: node.range, hint: "leave it out here")
    }
    return timed.schedule
  }
}
