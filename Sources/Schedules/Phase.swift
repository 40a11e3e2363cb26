/// A stretch of a curve that follows one rule.
package struct Phase: Sendable, Equatable {
  /// The step at which it begins.
  package var start: Int
  package var motion: Motion
  /// What to call it, in a word or two.
  package var label: String

  package init(start: Int, motion: Motion, label: String) {
    self.start = start
    self.motion = motion
    self.label = label
  }
}

extension Phase {
  /// The phases of schedules that follow each other, each moved to the step at which its schedule begins.
  ///
  /// A beginning between two steps is the second of them, one before 0 is 0. Where a schedule begins before the one ahead
  /// of it, that one's turn never comes, and it has no phase; nor has one that begins beyond any run.
  static func joined(_ parts: [(start: Double, phases: [Phase])]) -> [Phase] {
    var joined: [Phase] = []
    for part in parts {
      let start = Int(exactly: max(0, part.start.rounded(.up))) ?? .max
      guard start < Int(Int32.max) else { continue }
      while let last = joined.last, last.start >= start { joined.removeLast() }
      joined += part.phases.map { Phase(start: start + $0.start, motion: $0.motion, label: $0.label) }
    }
    return joined
  }

  /// Stretches in which the rate moves, by where each begins.
  static func stretches(_ parts: [(start: Double, label: String)]) -> [Phase] {
    joined(parts.map { ($0.start, [Phase(start: 0, motion: .moves, label: $0.label)]) })
  }
}
