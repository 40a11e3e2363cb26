import Diagnostics

extension Fairseq {
  /// Warms up, and falls along a power of what is left.
  struct PolynomialDecay: Clocked {
    private let rates: Rates
    private var epochs = Epochs()
    private let warmup: Double
    private let end: Double
    private let power: Double
    private var total: Double?
    var clock = Clock()
    /// What each group falls from, which the beginning of an epoch may change.
    private var peaks: [Double] = []

    private init(rates: Rates, warmup: Int, end: Double, power: Double, total: Double?) {
      self.rates = rates
      self.warmup = Double(warmup)
      self.end = end
      self.power = power
      self.total = total
    }

    static let kind = Kind(
      "polynomial_decay", .fairseq, "Linear warm-up, then polynomial decay.",
      formula: """
        lr = b·u/W up to u = W = warmup_updates, then end + (b − end)·(1 − (u − W)/(total_num_update − W))^power, and
        end_learning_rate from total_num_update on
        """,
      differs: """
        The first update of a warm-up has rate 0, the peak is at u = W, and the total includes the warm-up; then held. \
        From epoch force_anneal on each epoch falls anew from where the one before ended.
        """,
      source: "fairseq.optim.lr_scheduler.polynomial_decay_schedule.PolynomialDecayLRSchedule, 0.12.2",
      example: #"{"warmup_updates": 10, "total_num_update": 100}"#
    ) {
      Declaration(
        Parameter(
          "warmup_updates", role: .warmup, default: 0, in: .between(-1e12, 1e12), "Updates of the linear warm-up."),
        Parameter("end_learning_rate", role: .floor, default: 0, "The rate at the end."),
        Parameter("power", default: 1, "The power; 1 is linear."),
        Parameter<Double?>(
          "total_num_update", role: .length, default: nil, in: .above(0, atMost: 1e12),
          "Updates until the end; the run's if null."),
        and: Rates.parameters
      ) { (rates, warmup, end, power, total) throws(Diagnostic) in
        PolynomialDecay(rates: rates, warmup: warmup, end: end, power: power, total: total)
      }
    }

    mutating func bind(to run: RunLength) {
      epochs = Epochs(run)
      total = total ?? Double(run.count)
    }

    mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
      if total == nil { throw Diagnostic(.param, "“total_num_update” is not given, and no run gives it") }
      try rates.check(epochs)
    }

    mutating func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
      let update = max(0, clock.epoch)
      if update == 0 {
        peaks = clock.bases.map(rates.first)
        let factor = warmup > 0 ? 1 / warmup : 1
        for index in peaks.indices { optimizer.groups[index].lr = factor * peaks[index] }
      } else {
        try writeUpdate(update, to: &optimizer)
      }
      guard epochs.begin(at: update) else { return }
      let epoch = epochs.epoch(of: update)
      for (index, base) in clock.bases.enumerated() {
        let isAnnealed = rates.annealed(in: epoch) != nil
        peaks[index] = isAnnealed ? optimizer.groups[index].lr : rates.rate(at: epoch, base: base)
      }
      try writeUpdate(update, to: &optimizer)
    }

    private func writeUpdate(_ update: Int, to optimizer: inout Optimizer) throws(Diagnostic) {
      for (index, peak) in peaks.enumerated() {
        optimizer.groups[index].lr = try rate(at: Double(update), from: peak)
      }
    }

    private func rate(at update: Double, from peak: Double) throws(Diagnostic) -> Double {
      let total = total ?? 0
      if warmup > 0, update <= warmup { return update / warmup * peak }
      if update >= total { return end }
      let left = 1 - (update - warmup) / (total - warmup)
      return (peak - end) * (try Python.power(left, power)) + end
    }

    var length: Double? { total }
    var phases: [Phase] {
      Phase.named(
        warmUp: warmup, then: [(warmup, .moves, "decay")] + (total.map { [($0, .jumps, "end")] } ?? []))
    }
  }
}
