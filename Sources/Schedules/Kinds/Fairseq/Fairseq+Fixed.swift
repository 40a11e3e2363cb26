import Diagnostics

extension Fairseq {
  /// Takes the rate of each epoch from a list, and anneals the last one from an epoch on.
  struct Fixed: Rule {
    private var rates: Rates
    private let shrink: Double
    private let warmupUpdates: Int

    private init(rates: Rates, shrink: Double, warmupUpdates: Int) {
      self.rates = rates
      self.shrink = shrink
      self.warmupUpdates = warmupUpdates
    }

    static let kind = Kind(
      "fixed", .fairseq,
      "Takes the rate of each epoch from a list, and anneals the last one from an epoch on.",
      formula: """
        lr = r·(u + 1)/warmup_updates, later r, in update u; r = lrs[min(epoch, length) − 1], epochs from 1, and from
        force_anneal on the last one times lr_shrink^(epoch + 1 − force_anneal)
        """,
      differs: "The warm-up does not lose its first update: the peak is at u = warmup_updates − 1.",
      source: "fairseq.optim.lr_scheduler.fixed_schedule.FixedLRSchedule, 0.12.2",
      example: #"{"lrs": [0.1, 0.05, 0.02], "force_anneal": 12, "lr_shrink": 0.5}"#
    ) {
      Declaration(
        Parameter("lr_shrink", default: 0.1, "What an annealed epoch leaves of the rate."),
        Parameter("warmup_updates", default: 0, in: .between(-1e12, 1e12), "Updates of the linear warm-up."),
        and: Rates.parameters
      ) { (rates, shrink, warmup) throws(Diagnostic) in
        Ruled(Fixed(rates: rates, shrink: shrink, warmupUpdates: warmup))
      }
    }

    mutating func adopt(_ run: RunLength) { rates.adopt(run) }

    mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) { try rates.prepare() }

    func rate(at step: Int, base: Double, group: Int) throws(Diagnostic) -> Double {
      let epoch = rates.epochs.epoch(of: step)
      var rate = rates.rate(at: epoch - 1, base: base)
      if let annealed = rates.annealed(in: epoch) {
        rate = rates.last(base: base) * (try Python.power(shrink, Double(annealed)))
      }
      return step < warmupUpdates ? Double(step + 1) / Double(warmupUpdates) * rate : rate
    }

    var motion: Motion { .jumps }
    var phases: [Phase] {
      var stretches = Stretches()
      if warmupUpdates > 1 { stretches.begin("warm-up", at: 0) }
      stretches.begin("fixed", at: Double(warmupUpdates - 1), .jumps)
      return stretches.phases
    }
  }
}
