import Diagnostics

/// What named shapes have in common: a total, which is the run's unless given, and in front a linear warm-up and a while
/// at the peak.
struct Course: Sendable {
  /// How long the rate stays at the peak.
  enum Hold: Sendable {
    case steps(Int)
    /// Until this part of the total is over.
    case until(Double)
  }

  /// A stretch behind the warm-up.
  typealias Stretch = (start: Double, motion: Motion, label: String)

  private let given: Double?
  private var adopted: Double?
  let warmup: Double
  private let hold: Hold
  /// The part of the base rate that step 0 has.
  private let start: Double

  init(total: Int?, warmup: Int, start: Double, hold: Hold = .steps(0)) {
    given = total.map(Double.init)
    self.warmup = Double(warmup)
    self.hold = hold
    self.start = start
  }

  mutating func adopt(_ run: RunLength) { adopted = Double(run.count) }

  /// The total, as far as the file gives it.
  var length: Double? { given }

  /// The total, whoever gave it.
  var total: Double? { given ?? adopted }

  /// The step at which the hold ends.
  func top(in total: Double) -> Double {
    switch hold {
    case .steps(let steps): warmup + Double(steps)
    case .until(let part): max(warmup, (part * total).rounded())
    }
  }

  /// The total, after a check that a fall of at least `tail` steps has room in it behind warm-up and hold.
  ///
  /// Throws when it has not, and when nobody said what the total is.
  func total(leaving tail: Double = 1) throws(Diagnostic) -> Double {
    guard let total else {
      throw Diagnostic(
        .param, "“total_steps” is needed where nobody knows how long the run is", hint: "give “total_steps”")
    }
    guard top(in: total) + tail <= total else {
      let front = Shown.number(top(in: total))
      throw Diagnostic(
        .value, "a decay of \(Shown.number(tail)) steps has no room behind step \(front) of \(Shown.number(total))",
        of: given == nil ? nil : "total_steps",
        hint: given == nil ? "the run is short: raise “epochs”, or give “total_steps”" : nil)
    }
    return total
  }

  /// The factor of a step in the warm-up; `nil` for one behind it.
  func rise(_ step: Double) -> Double? {
    step < warmup ? Ramp.linear(step, over: warmup, from: start) : nil
  }

  /// The warm-up, the hold, and what comes behind them.
  func phases(_ behind: [Stretch]) -> [Phase] {
    let front: [Stretch] = [(0, .moves, "warm-up"), (warmup, .moves, "hold")]
    var phases: [Phase] = []
    for stretch in front + behind {
      guard let start = Int(exactly: stretch.start.rounded(.up)) else { continue }
      // A stretch of no length makes room for the one that begins in its place.
      if phases.last?.start == start { phases.removeLast() }
      phases.append(Phase(start: start, motion: stretch.motion, label: stretch.label))
    }
    return phases
  }
}
