import Diagnostics

extension TF {
  /// What a warm-up of the Model Garden leads to: a rate, or a schedule that is a function of the step.
  struct Target: Sendable {
    private let constant: Double
    private var schedule: (node: Node, function: any Rule)?

    init(_ after: Either<Double, Child>) throws(Diagnostic) {
      switch after {
      case .first(let rate): constant = rate
      case .second(let child):
        guard let scheduler = child.node.scheduler as? any StepFunction else {
          throw Diagnostic(
            .value, "a warm-up leads to a function of the step, and \(child.node.name) has a memory",
            at: child.node.range, hint: "GradualWarmupScheduler and SequentialLR take it")
        }
        constant = 0
        schedule = (child.node, scheduler.function)
      }
    }

    mutating func adopt(_ run: RunLength) { schedule?.function.adopt(run) }

    mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
      try schedule?.function.prepare(&optimizer)
    }

    func rate(at count: Double, base: Double, group: Int) throws(Diagnostic) -> Double {
      guard let function = schedule?.function else { return constant }
      return try function.rate(near: count, base: base, group: group)
    }

    var length: Double? { schedule?.function.length }

    /// The phases behind a warm-up that ends at a step; the schedule has been running all the while.
    func phases(behind end: Double) -> [Phase] {
      let label = schedule == nil ? "constant" : "after"
      let own = schedule?.node.phases.filter { Double($0.start) > end } ?? []
      return Phase.stretches([(0, "warm-up"), (end, label)]) + own
    }
  }
}
