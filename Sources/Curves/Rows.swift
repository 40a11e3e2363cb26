extension Curve {
  /// The steps that a table has rows for: the first, every so many after it, and the last.
  package struct Rows: Sendable, Hashable {
    package let every: Int
    /// Steps of the run.
    package let steps: Int

    package init(every: Int = 1, of steps: Int) {
      self.every = max(1, every)
      self.steps = steps
    }

    /// How many rows there are.
    package var count: Int {
      guard steps > 1 else { return max(0, steps) }
      return (steps - 2) / every + 2
    }

    /// The step of a row.
    package func step(of row: Int) -> Int {
      let (step, overflow) = row.multipliedReportingOverflow(by: every)
      return overflow ? steps - 1 : min(step, steps - 1)
    }

    package func contains(_ step: Int) -> Bool { step == steps - 1 || step < steps && step % every == 0 }

    /// The first of its steps after another one.
    func next(after step: Int) -> Int? {
      guard step < steps - 1 else { return nil }
      if every == 1 { return step + 1 }
      return self.step(of: step / every + 1)
    }
  }

  /// The rows of the curves that are in it; one for most.
  package var rows: [Rows] {
    var found: [Rows] = []
    for column in columns where !found.contains(column.rows) { found.append(column.rows) }
    return found
  }
}
