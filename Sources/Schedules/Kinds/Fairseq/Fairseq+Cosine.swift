import Diagnostics
import Text

extension Fairseq {
  /// Warms up, and falls along half a cosine again and again, shrinking both ends.
  struct Cosine: Rule {
    private let warmup: Warmup
    private let minLR: Double
    private let growth: Double
    private let givenPeriod: Double
    private let shrink: Double
    private var maxUpdate: Double?

    private init(warmup: Warmup, minLR: Double, growth: Double, period: Double, shrink: Double, maxUpdate: Double?) {
      self.warmup = warmup
      self.minLR = minLR
      self.growth = growth
      givenPeriod = period
      self.shrink = shrink
      self.maxUpdate = maxUpdate
    }

    static let kind = Kind(
      "cosine", .fairseq, "Warms up, and falls along half a cosine in cycles, shrinking both ends.",
      formula: """
        lr = init + u·(b − init)/W up to W = warmup_updates, then s·(min_lr + (b − min_lr)·(1 + cos πt/T)/2) in
        update t of cycle i of length T = lr_period_updates·t_multⁱ, s = lr_shrinkⁱ
        """,
      differs: """
        lr_shrink is 0.1 unless given, so each restart is ten times lower, its floor too. The peak is at u = W. \
        max_update, which the one cycle fills unless it has a period, includes the warm-up; then it restarts.
        """,
      source: "fairseq.optim.lr_scheduler.cosine_lr_scheduler.CosineLRSchedule, 0.12.2",
      example: #"{"warmup_updates": 10, "lr_period_updates": 30, "t_mult": 2, "lr_shrink": 0.5}"#
    ) {
      Declaration(
        Parameter("min_lr", default: 0, "The lowest rate of the first cycle."),
        Parameter("t_mult", default: 1, "How many times as long each cycle is as the one before."),
        Parameter(
          "lr_period_updates", default: -1, in: .between(-1e12, 1e12), "Updates of the first cycle; not above 0: all."),
        Parameter("lr_shrink", default: 0.1, "How high each cycle is, as a part of the one before."),
        Parameter<Double?>(
          "max_update", default: nil, in: .between(-1e12, 1e12), "Updates of the training; the run's if null."),
        and: Warmup.parameters()
      ) { (warmup, minLR, growth, period, shrink, maxUpdate) throws(Diagnostic) in
        Ruled(
          Cosine(
            warmup: warmup, minLR: minLR, growth: growth, period: period, shrink: shrink, maxUpdate: maxUpdate))
      }
    }

    mutating func adopt(_ run: RunLength) { maxUpdate = maxUpdate ?? Double(run.count) }

    mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
      if givenPeriod <= 0, (maxUpdate ?? 0) <= 0 {
        throw Diagnostic(.param, "either “max_update” or “lr_period_updates” must be given")
      }
      try Fairseq.check(optimizer, exceeds: minLR, "min_lr")
    }

    private var period: Double {
      givenPeriod > 0 ? givenPeriod : (maxUpdate ?? 0) - Double(warmup.updates)
    }

    func rate(at step: Int, base: Double, group: Int) throws(Diagnostic) -> Double {
      if step < warmup.updates { return warmup.rate(at: step, from: warmup.start(or: minLR), to: base) }
      let place = try place(at: Double(step - warmup.updates))
      let scale = try Python.power(shrink, place.index)
      let (low, high) = (minLR * scale, base * scale)
      let angle = try Python.quotient(.pi * place.position, place.length, "the length of a cycle")
      return low + 0.5 * (high - low) * (1 + Libm.cos(angle))
    }

    private func place(at passed: Double) throws(Diagnostic) -> Cycles.Place {
      let ratio = try Python.quotient(passed, period, "the period, max_update − warmup_updates,")
      if growth != 1 { return try Cycles(first: period, growth: growth).place(at: passed) }
      let index = ratio.rounded(.down)
      return Cycles.Place(index: index, length: period, position: passed - period * index)
    }

    /// The warm-up, and as many cycles as show how they change.
    var length: Double? {
      if let maxUpdate { return maxUpdate }
      guard givenPeriod > 0 else { return nil }
      let cycles = growth == 1 ? 2 : min(8, 1 + max(0, growth))
      return Double(max(0, warmup.updates)) + givenPeriod * cycles
    }

    var phases: [Phase] {
      var stretches = Stretches()
      warmup.note(in: &stretches)
      if period > 0 {
        let isOne = givenPeriod <= 0
        Cycles(first: period, growth: growth)
          .note(in: &stretches, from: Double(max(0, warmup.updates)), count: isOne ? 1 : .infinity)
      }
      return stretches.phases
    }
  }

  /// Refuses base rates that are not above a lowest rate.
  static func check(_ optimizer: Optimizer, exceeds low: Double, _ name: String) throws(Diagnostic) {
    for group in optimizer.groups where (group.initialLR ?? group.lr) <= low {
      throw Diagnostic(
        .value,
        "“\(name)”, \(Shown.number(low)), must be less than the rate, \(Shown.number(group.initialLR ?? group.lr))",
        of: name)
    }
  }
}
