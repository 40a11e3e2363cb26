import Diagnostics

extension Composer {
  /// Falls along half a cosine again and again.
  struct CosineAnnealingWarmRestartsScheduler: Factor {
    private let time: Time
    private let growth: Double
    private let final: Double
    private var cycles = WholeCycles(first: 1, growth: 1, until: 0)

    private init(time: Time, growth: Double, final: Double) {
      self.time = time
      self.growth = growth
      self.final = final
    }

    static let kind = Kind(
      "CosineAnnealingWarmRestartsScheduler", short: "warm-restarts", .composer,
      "Falls along half a cosine to alpha_f of the base rate, again and again.",
      formula: """
        lr = base·(alpha_f + (1 − alpha_f)·(1 + cos πp)/2), p the part of the cycle that is over at t = max(0, batch − 1);
        a cycle is ⌊t_mult·the one before⌋ batches long
        """,
      differs: """
        t_mult may be a fraction, and each cycle is cut to whole batches; cycles that shrink to nothing are an error. A restart \
        comes one batch late: the trainer steps its schedules before it counts.
        """,
      source: "composer.optim.scheduler.CosineAnnealingWarmRestartsScheduler, 0.32.1",
      example: #"{"t_0": "10ep", "t_mult": 2}"#
    ) {
      Declaration(
        Parameter<Time>("t_0", "The first cycle."),
        Parameter("t_mult", default: 1, in: .between(0, 1e6), "How many times as long each is as the one before."),
        .alphaF, and: ratio
      ) { (ratio, time, growth, final) throws(Diagnostic) in
        Ruled(
          Factored(CosineAnnealingWarmRestartsScheduler(time: time, growth: growth, final: final), ratio: ratio))
      }
    }

    mutating func settle(in training: Training) throws(Diagnostic) {
      let first = try training.batches(time)
      // Composer would look for the present cycle for ever.
      guard first >= 1 else { throw Diagnostic(.value, "“t_0” must be a batch or more", of: "t_0") }
      cycles = WholeCycles(first: first, growth: growth, until: Double(training.run?.count ?? 0))
    }

    func value(at now: Double) throws(Diagnostic) -> Double {
      Composer.cosine(try cycles.progress(at: now), to: final)
    }

    /// As many cycles as show how they change.
    var end: Time? {
      let shown = growth == 1 ? 3 : min(15, 1 + growth + growth * growth)
      return Time(value: (time.value * shown).rounded(.up), unit: time.unit)
    }
    var stretches: [(start: Double, motion: Motion, label: String)] {
      cycles.starts.prefix(Stretches.most).enumerated().map { ($1, .moves, "cycle \($0 + 1)") }
    }
  }
}
