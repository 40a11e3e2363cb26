/// The stretches of a schedule, noted in order: warm-up, cycles, decay, and what is held in the end.
struct Stretches {
  private var noted: [Phase] = []
  /// Where the next may begin: what is said to begin earlier has been running behind what stands before it.
  var earliest = 0.0

  /// A hundred are more than any picture can name.
  static let most = 100

  /// Notes a stretch that begins at a step, or between two and so with the second.
  mutating func begin(_ label: String, at start: Double, _ motion: Motion = .moves) {
    guard noted.count < Stretches.most, start < Double(Int32.max),
      let step = Int(exactly: max(0, earliest, start).rounded(.up))
    else { return }
    // One that begins no earlier than the next is of no length.
    while let last = noted.last, last.start >= step { noted.removeLast() }
    noted.append(Phase(start: step, motion: motion, label: label))
  }

  /// The stretches; none when there is only one, for then the schedule is called by its own name.
  var phases: [Phase] { noted.count > 1 ? noted : [] }
}
