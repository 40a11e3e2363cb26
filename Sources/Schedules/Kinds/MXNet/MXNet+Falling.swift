import Diagnostics

extension MXNet {
  /// What MXNet's smooth schedulers have in common: an end, and the rate there.
  struct Falling: Sendable {
    let warmup: Warmup
    let maxUpdate: Int
    private let finalLR: Double

    private init(warmup: Warmup, maxUpdate: Int, finalLR: Double) {
      self.warmup = warmup
      self.maxUpdate = maxUpdate
      self.finalLR = finalLR
    }

    static let parameters = Parameters(
      Parameter("max_update", in: .between(1, 1e12), "The update at which it ends, the warm-up included."),
      Parameter("final_lr", default: 0, "The rate in the end.")
    ) { ($0, $1) as (Int, Double) }
    .and(Warmup.parameters) { Falling(warmup: $1, maxUpdate: $0.0, finalLR: $0.1) }

    /// The rate, with what is left given by how much of the way is gone.
    func rate(
      at update: Int, base: Double, left: (Double) throws(Diagnostic) -> Double
    ) throws(Diagnostic) -> Double {
      if let rate = warmup.rate(at: update, base: base) { return rate }
      // A warm-up beyond the end is followed by the rate that it led to.
      if warmup.steps > maxUpdate { return warmup.peak(base) }
      let passed = Double(min(update, maxUpdate) - warmup.steps)
      _ = try Python.quotient(1, Double(maxUpdate - warmup.steps), "max_update − warmup_steps")
      return finalLR + (warmup.peak(base) - finalLR) * (try left(passed))
    }

    /// Updates behind the warm-up.
    var steps: Double { Double(maxUpdate - warmup.steps) }
    var phases: [Phase] { warmup.phases("decay", end: Double(maxUpdate)) }
  }
}
