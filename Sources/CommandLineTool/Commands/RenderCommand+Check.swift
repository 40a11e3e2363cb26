import Text

extension RenderCommand {
  /// `render --check`: writes nothing, and lists what would be written.
  static func check(
    _ line: ParsedLine, _ inputs: [Input], jobs: Int, in world: World,
    _ work: @escaping @Sendable (Input, Results, World) -> Outcome
  ) throws(Failure) -> Exit {
    var freshness = try Freshness(line, inputs, isSingle: isSingle(inputs), in: world)
    let (results, begun) = (
      Results(destination: freshness.destination, isVerbose: line.isVerbose, isChecking: true, world: world), freshness
    )
    var exit = Exit.done
    try each(freshness.inputs, line, jobs: jobs, in: world) { input, world in
      var outcome = work(input, results, world)
      if outcome.written.files.contains(where: { begun.isStale($0.state, of: input) }) { outcome.exit = .differs }
      return outcome
    } then: { (outcome) throws(Failure) in
      exit = max(exit, outcome.exit)
      try world.print(freshness.add(outcome.written.files, of: outcome.input))
    }
    let end = freshness.end()
    try world.print(end.text)
    return max(exit, end.exit)
  }
}
