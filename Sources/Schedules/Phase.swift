/// A part of a schedule that follows one rule: a warm-up, a cycle, a decay, what is held in the end.
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
  /// Where a phase begins, in steps that need not be whole, how the rate moves in it, and what it is called.
  typealias Beginning = (start: Double, motion: Motion, label: String)

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

  /// Phases by where each begins, in order; none where there is only one, for then the schedule is called by its own name.
  ///
  /// One that begins between two steps begins with the second. One that begins no later than what was named before it
  /// takes its place.
  static func named(_ parts: [Beginning]) -> [Phase] {
    var phases: [Phase] = []
    for part in parts where phases.count < mostNamed && part.start < Double(Int32.max) {
      guard let start = Int(exactly: max(0, part.start).rounded(.up)) else { continue }
      while let last = phases.last, last.start >= start { phases.removeLast() }
      phases.append(Phase(start: start, motion: part.motion, label: part.label))
    }
    return phases.count > 1 ? phases : []
  }

  /// A warm-up, if it has any length, and the phases after it.
  static func named(warmUp length: Double, called label: String = "warm-up", then rest: [Beginning]) -> [Phase] {
    named((length > 0 ? [(0, .moves, label)] : []) + rest)
  }

  /// A hundred phases are more than any picture can name.
  static let mostNamed = 100

  /// Phases in which the rate moves, by where each begins.
  static func moving(_ parts: [(start: Double, label: String)]) -> [Phase] {
    joined(parts.map { ($0.start, [Phase(start: 0, motion: .moves, label: $0.label)]) })
  }
}
