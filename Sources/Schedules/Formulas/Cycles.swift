import Diagnostics

/// Cycles one after the other, each `growth` times as long as the one before.
struct Cycles: Sendable {
  let first: Double
  let growth: Double

  /// Where a step lies.
  struct Place {
    /// Which cycle it is, the first being 0.
    var index: Double
    /// How long that cycle is.
    var length: Double
    /// Steps into it.
    var position: Double
  }

  /// The cycle of step `t`, by the logarithm that solves first·(growthⁿ − 1)/(growth − 1) = t.
  ///
  /// The logarithm may round to just under a whole number, and a cycle then begins a step late, as it does in timm, whose
  /// order of operations this is. Throws where the cycles shrink and all of them together end before `t`.
  func place(at t: Double) throws(Diagnostic) -> Place {
    guard growth != 1 else {
      let index = try Python.floorQuotient(t, first)
      return Place(index: index, length: first, position: t - first * index)
    }
    let index = try Python.call(.floor, try Python.logarithm(1 - t / first * (1 - growth), base: growth))
    let scale = try Python.power(growth, index)
    return Place(index: index, length: scale * first, position: t - (1 - scale) / (1 - growth) * first)
  }

  /// Where the cycles of a long run begin, the first of them at `start`, and what each is called.
  func beginnings(
    from start: Double, count: Double = .infinity
  ) -> [Phase.Beginning] {
    var (start, length) = (start, first)
    var beginnings: [Phase.Beginning] = []
    for cycle in 1...Phase.mostNamed {
      // Cycles that shrink to nothing are too short to see.
      guard Double(cycle) <= count, length >= 1 else { break }
      beginnings.append((start, .moves, count == 1 ? "decay" : "cycle \(cycle)"))
      start += length
      length *= growth
    }
    return beginnings
  }
}
