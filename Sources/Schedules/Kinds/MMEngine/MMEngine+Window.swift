import Diagnostics

extension MMEngine {
  /// The steps in which a parameter scheduler of MMEngine acts: from `begin` up to, but not with, `end`.
  struct Window: Sendable {
    private(set) var begin: Double
    private var givenEnd: Double?
    /// The index of the last step of a run that is resumed; −1 starts afresh.
    private(set) var lastStep: Int
    private var byEpoch: Bool
    /// Whether lengths are given in epochs, but the scheduler is stepped every step.
    private(set) var isConverted: Bool
    /// Whether the length of an epoch is known, which a conversion needs.
    private var isScaled = false

    /// The end that MMEngine assumes where none is given.
    private static let never = 1e9

    init(begin: Double, end: Double?, byEpoch: Bool, isConverted: Bool, lastStep: Int) throws(Diagnostic) {
      self.begin = begin
      givenEnd = end
      self.lastStep = lastStep
      self.byEpoch = byEpoch
      self.isConverted = isConverted
      if isConverted, !byEpoch {
        throw Diagnostic(
          .value, "“convert_to_iter_based” converts what is given in epochs, so “by_epoch” must be true", of: "by_epoch"
        )
      }
      if end != nil { try check() }
    }

    static let parameters = Parameters(
      Parameter("begin", default: 0, in: .between(-1e12, 1e12), "The first step in which it acts."),
      Parameter<Double?>(
        "end", role: .length, default: nil, in: .between(-1e12, 1e12),
        "The step before which it stops acting; the run's end if null."),
      Parameter("by_epoch", default: true, "Whether its steps are epochs."),
      Parameter("convert_to_iter_based", default: false, "Whether lengths in epochs are turned into steps of the run."),
      Parameter(
        "last_step", default: -1, in: .between(-1, 1e9), "The last step of a run that is resumed; -1 starts afresh."),
      make: Window.init)

    mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
      var (end, countsEpochs) = (end, interval == .epoch)
      try visitor.visit("begin", &begin)
      try visitor.visit("end", &end)
      try visitor.visit("last_step", &lastStep)
      try visitor.visit("by_epoch", &countsEpochs)
      if visitor.isChanging { (givenEnd, byEpoch, isConverted) = (end, countsEpochs, false) }
    }

    /// The end: the given one, the run's, or never.
    var end: Double { givenEnd ?? Window.never }
    /// How many steps it has.
    var length: Double { end - begin }
    var interval: Interval { byEpoch && !isConverted ? .epoch : .step }
    /// Whether lengths are still in epochs that have to be turned into steps.
    var awaitsScale: Bool { isConverted && !isScaled }
    /// Where the schedule ends, if its parameters say so.
    var knownEnd: Double? { givenEnd }

    /// Takes the end of the run for its own if none is given; a conversion multiplies with the epoch's length.
    mutating func bind(to run: RunLength) {
      if awaitsScale {
        let scale = Double(run.perEpoch)
        begin = (begin * scale).rounded(.towardZero)
        givenEnd = givenEnd.map { ($0 * scale).rounded(.towardZero) }
        isScaled = true
      }
      if givenEnd == nil { givenEnd = Double(run.count) }
    }

    /// Refuses a window without steps, and a conversion without a run.
    func check() throws(Diagnostic) {
      if end <= begin {
        throw Diagnostic(
          .value, "“end”, \(Shown.number(end)), must be larger than “begin”, \(Shown.number(begin))", of: "end")
      }
    }

    func checkScale() throws(Diagnostic) {
      if awaitsScale {
        throw Diagnostic(
          .value, "“convert_to_iter_based” needs the length of an epoch, which no run gives", hint: "give “epochs”")
      }
    }

    /// The number of a step inside the window, from 0 (from `last_step` + 1 when resumed); `nil` outside of it.
    func position(of step: Int) -> Int? {
      guard begin <= Double(step), Double(step) < end else { return nil }
      guard let first = Int(exactly: max(0, begin.rounded(.up))) else { return nil }
      return step - first + lastStep + 1
    }

    /// The phases before, in and after the window; the middle one is called by the kind.
    func phases(_ motion: Motion, _ label: String) -> [Phase] {
      guard let first = Int(exactly: max(0, begin.rounded(.up))), let last = Int(exactly: max(0, end.rounded(.up)))
      else { return [] }
      let before = first > 0 ? [Phase(start: 0, motion: .jumps, label: "")] : []
      let after = [Phase(start: last, motion: .jumps, label: "")]
      return before + [Phase(start: first, motion: motion, label: label)] + after
    }
  }
}
