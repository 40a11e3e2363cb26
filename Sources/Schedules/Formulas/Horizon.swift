import Diagnostics

/// What named shapes have in common: a total, which is the run's unless given, and in front of everything a warm-up.
struct Horizon: Sendable {
  /// The total, as far as the parameters give it.
  let given: Double?
  /// The total, given or the run’s; `nil` where neither is known.
  let total: Double?
  let warmup: Double
  private let rise: Rise

  init(total: Int?, warmup: Int = 0, rise: Rise = Rise(), in run: RunLength?) throws(Diagnostic) {
    given = total.map(Double.init)
    self.total = given ?? run.map { Double($0.count) }
    self.warmup = Double(warmup)
    self.rise = rise
    if warmup > 0 { try rise.check() }
  }

  /// The total, after a check that a fall of at least `tail` steps has room in it after `top`, else after the warm-up.
  ///
  /// Throws when it has not; `nil` where the total is not known.
  func total(after top: Double? = nil, leaving tail: Double = 1) throws(Diagnostic) -> Double? {
    guard let total else { return nil }
    let top = top ?? warmup
    guard top + tail <= total else {
      throw Diagnostic(
        .value,
        "a decay of \(Shown.number(tail)) steps does not fit after step \(Shown.number(top)) of \(Shown.number(total))",
        of: given == nil ? nil : "total_steps",
        hint: given == nil ? "the run is short: raise “epochs”, or give “total_steps”" : nil)
    }
    return total
  }

  /// The law of a shape whose total is not known: it has no rate at all.
  var unbound: Law {
    .counted { (_, _) throws(Diagnostic) in
      throw Diagnostic(
        .param, "“total_steps” is needed where the length of the run is not known", hint: "give “total_steps”")
    }
  }

  /// The factor of a step in the warm-up; `nil` for one after it.
  func rise(_ step: Double) -> Double? {
    step < warmup ? rise.factor(step, of: warmup) : nil
  }

  /// The warm-up, what is held after it, and what comes then.
  func phases(_ behind: Phase.Beginning...) -> [Phase] { phases(behind) }

  func phases(_ behind: [Phase.Beginning]) -> [Phase] {
    var phases: [Phase] = []
    for phase in [(0, .moves, "warm-up"), (warmup, .moves, "hold")] + behind {
      guard let start = Int(exactly: phase.0.rounded(.up)) else { continue }
      // A phase of no length makes room for the one that begins in its place.
      if phases.last?.start == start { phases.removeLast() }
      phases.append(Phase(start: start, motion: phase.1, label: phase.2))
    }
    return phases
  }
}
