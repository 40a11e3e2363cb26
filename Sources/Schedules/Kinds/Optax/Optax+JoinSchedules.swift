import Diagnostics

extension Optax {
  /// Runs one schedule after the other, each counted from its boundary.
  ///
  /// The last one whose boundary has come gives the rate. A schedule without a boundary, and a boundary without a schedule,
  /// are ignored. Source: `optax.join_schedules`, 0.2.8.
  enum JoinSchedules {
    static let kind = Kind(
      "join_schedules", short: "join", .optax,
      "Runs schedules one after another, each counted from its boundary.",
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
        Parameter<Children>("schedules", "The schedules, in order."),
        Parameter<[Double]>(
          "boundaries", role: .milestones, "Steps at which the next one takes over: one fewer than schedules.")
      ) { (schedules, boundaries) throws(Diagnostic) in
        let nodes = schedules.nodes
        guard !nodes.isEmpty else {
          throw Diagnostic(.value, "it needs at least one schedule", of: "schedules")
        }
        let functions = try functions(of: nodes)
        let starts = [0] + boundaries.prefix(nodes.count - 1)
        return try LawScheduler { (context) throws(Diagnostic) in
          try law(of: nodes, functions, from: starts, in: context)
        }
      }
    }

    private static func functions(of nodes: [Node]) throws(Diagnostic) -> [LawScheduler] {
      var functions: [LawScheduler] = []
      for node in nodes {
        guard let function = node.scheduler as? LawScheduler else {
          throw Diagnostic(
            .value, "optax.join_schedules joins functions of the step, and \(node.name) has a memory", at: node.range,
            hint: "SequentialLR takes it")
        }
        functions.append(function)
      }
      return functions
    }

    /// Each schedule has the part of the run from its boundary to the next one; one without a boundary has no turn.
    private static func law(
      of nodes: [Node], _ functions: [LawScheduler], from starts: [Double], in context: RunContext
    ) throws(Diagnostic) -> Law {
      func run(of index: Int) -> RunLength? {
        context.run.map {
          $0.part(from: starts[index], to: index + 1 < starts.count ? starts[index + 1] : Double($0.count))
        }
      }
      var laws: [Law] = []
      for index in starts.indices {
        laws.append(try functions[index].law(in: RunContext(run: run(of: index), optimizer: context.optimizer)))
      }
      let phases = Phase.joined(zip(starts, nodes).map { ($0, $1.phases) })
      let length = laws.last?.length.map { max(0, starts[starts.count - 1]) + $0 }
      let joined = laws
      var law = Law.counted(length: length, phases: phases) { (count, base) throws(Diagnostic) in
        let index = starts.lastIndex { !(count < $0) } ?? 0
        return try joined[index].rate(near: count - starts[index], base: base)
      }
      law.parts = zip(starts.indices, nodes).compactMap { index, node in run(of: index).map { (node, $0) } }
      return law
    }
  }
}
