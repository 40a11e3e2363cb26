import Diagnostics

extension Megatron {
  /// Warms up, decays in one of several styles, and lets weight decay grow on the way.
  struct OptimizerParamScheduler: Clocked {
    private var decay: Decay
    private var ramp: WeightDecayRamp
    /// What each update adds to the count: 1, or the samples of a batch.
    private let increment: Int
    private let maxLR: Double?
    var clock = Clock()
    /// The highest rate of each group.
    private var peaks: [Double] = []

    private init(decay: Decay, ramp: WeightDecayRamp, increment: Int, maxLR: Double?) {
      self.decay = decay
      self.ramp = ramp
      self.increment = increment
      self.maxLR = maxLR
    }

    static let kind = Kind(
      "OptimizerParamScheduler", short: "scheduler", .megatron,
      "Linear warm-up, then decay in one of several styles; weight decay may grow.",
      formula: """
        lr = init + (max − init)·n/W up to n = W = lr_warmup_steps, then min + (max − min)·c, and min after lr_decay_steps
        c with r = (n − W)/(lr_decay_steps − W): linear 1 − r, cosine (1 + cos πr)/2, WSD 1 and, in the last wsd_decay_steps,
        q of the way: 1 − q, (1 + cos πq)/2, 2·0.5^q − 1 or 1 − √q; inverse-square-root: max(min, max·√(W/n))
        """,
      differs: """
        lr_decay_steps includes the warm-up; the peak is at n = W. After the end it drops to min_lr, which is a jump for \
        inverse-square-root, and holds. n counts updates, or with increment set to the global batch size samples.
        """,
      source: "megatron.core.optimizer_param_scheduler.OptimizerParamScheduler, 0.16.1",
      example: """
        {"max_lr": 0.0003, "min_lr": 0.00003, "lr_warmup_steps": 10, "lr_decay_steps": 100, "lr_decay_style": "cosine"}
        """
    ) {
      Declaration(
        Parameter<Double?>("max_lr", default: nil, "The highest rate; null: each group's own."),
        Parameter(
          "increment", role: .increment, default: 1, in: .between(1, 1e9),
          "What an update adds to the count: 1, or the global batch size."),
        and: Decay.parameters.and(WeightDecayRamp.parameters) { ($0, $1) }
      ) { (common: (decay: Decay, ramp: WeightDecayRamp), maxLR, increment) throws(Diagnostic) in
        OptimizerParamScheduler(decay: common.decay, ramp: common.ramp, increment: increment, maxLR: maxLR)
      }
    }

    mutating func adopt(_ run: RunLength) {
      let (count, overflow) = run.count.multipliedReportingOverflow(by: increment)
      decay.adopt(total: overflow ? .infinity : Double(count))
      ramp.adopt(total: overflow ? .infinity : Double(count))
    }

    mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
      try decay.check(max: maxLR ?? optimizer.defaults.lr)
      peaks = optimizer.groups.map { $0[.maxLR] ?? maxLR ?? $0.initialLR ?? $0.lr }
      try ramp.prepare(optimizer)
    }

    func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
      let count = Double(clock.epoch) * Double(increment)
      for index in clock.bases.indices {
        let low = optimizer.groups[index][.minLR] ?? decay.minLR
        optimizer.groups[index].lr = decay.rate(at: count, max: peaks[index], min: low)
      }
      try ramp.write(to: &optimizer, at: count)
    }

    var drives: Driven { ramp.isGiven ? .weightDecay : [] }
    var length: Double? { decay.steps.map { ($0 / Double(increment)).rounded(.up) } }
    var phases: [Phase] { decay.phases(every: Double(increment)) }
  }
}
