import Diagnostics

extension Optax {
  /// Runs one schedule after the other, each counted from its boundary.
  ///
  /// The last one whose boundary has come gives the rate. A schedule without a boundary, and a boundary without a schedule,
  /// are ignored. Source: `optax.join_schedules`, 0.2.8.
  struct JoinSchedules: CountedRule {
    private let nodes: [Node]
    private var functions: [any Rule]
    private let boundaries: [Double]

    init(schedules: Children, boundaries: [Double]) throws(Diagnostic) {
      guard !schedules.nodes.isEmpty else {
        throw Diagnostic(.value, "it needs at least one schedule", of: "schedules")
      }
      nodes = schedules.nodes
      functions = []
      for node in nodes {
        guard let scheduler = node.scheduler as? any StepFunction else {
          throw Diagnostic(
            .value, "optax.join_schedules joins functions of the step, and \(node.name) has a memory", at: node.range,
            hint: "SequentialLR takes it")
        }
        functions.append(scheduler.function)
      }
      self.boundaries = Array(boundaries.prefix(nodes.count - 1))
    }

    static let kind = Kind(
      "join_schedules", short: "join", .optax,
      "Runs schedules one after the other, each counted from its boundary.",
      formula: "lr(t) = the last schedule whose boundary is ≤ t, at t − boundary",
      differs: """
        Any schedule may be joined that is a function of the step, of this family or another. Unlike SequentialLR it takes \
        fewer or more boundaries than it needs, as optax does: what has no counterpart is ignored.
        """,
      source: "`optax.join_schedules`, 0.2.8.",
      example: """
        {"schedules": [{"type": "optax.linear_schedule", "init_value": 0, "end_value": 0.1, "transition_steps": 10}, \
        {"type": "optax.cosine_decay_schedule", "init_value": 0.1, "decay_steps": 80}], "boundaries": [10]}
        """
    ) {
      Declaration(
        rule: Parameter("schedules", "The schedules, in order."),
        Parameter("boundaries", "Steps at which the next one takes over: one fewer than schedules."),
        make: JoinSchedules.init)
    }

    mutating func adopt(_ run: RunLength) {
      for index in functions.indices { functions[index].adopt(stretch(of: index, in: run)) }
    }

    /// Each schedule has the stretch from its boundary to the next one.
    func parts(of run: RunLength) -> [(node: Node, run: RunLength)] {
      nodes.prefix(boundaries.count + 1).enumerated().map { ($1, stretch(of: $0, in: run)) }
    }

    private func stretch(of index: Int, in run: RunLength) -> RunLength {
      run.stretch(from: start(of: index), to: index < boundaries.count ? boundaries[index] : Double(run.count))
    }

    mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
      for index in functions.indices { try functions[index].prepare(&optimizer) }
    }

    func rate(atCount count: Double, base: Double, group: Int) throws(Diagnostic) -> Double {
      let index = boundaries.lastIndex { !(count < $0) }.map { $0 + 1 } ?? 0
      return try functions[index].rate(near: count - start(of: index), base: base, group: group)
    }

    private func start(of index: Int) -> Double { index == 0 || index > boundaries.count ? 0 : boundaries[index - 1] }

    var length: Double? {
      let last = boundaries.count
      return functions[last].length.map { max(0, start(of: last)) + $0 }
    }

    var phases: [Phase] {
      Phase.joined(nodes.prefix(boundaries.count + 1).enumerated().map { (start(of: $0), $1.phases) })
    }
  }
}
