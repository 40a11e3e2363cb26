import Diagnostics

extension Megatron {
  /// Warms up, decays in one of several styles, and lets weight decay grow on the way.
  struct OptimizerParamScheduler: Clocked {
    private var decay: WarmupAndDecay
    private var ramp: WeightDecayRamp
    /// That of a checkpoint, which Megatron loads only when the first values have been written.
    private var loadedRamp: WeightDecayRamp?
    /// What each update adds to the count, where that is given: the samples of a batch.
    private let increment: Int?
    /// What updates see, if the file says so.
    private var batch: Batch?
    private let maxLR: Double?
    /// The highest rate as Megatron’s arguments have it, which it compares with the checkpoint’s.
    private var peak: Double
    var clock = Clock()
    /// What was counted before the run was resumed, beyond what its updates would have.
    private var ahead = 0.0

    private init(decay: WarmupAndDecay, ramp: WeightDecayRamp, increment: Int?, maxLR: Double?) {
      self.decay = decay
      self.ramp = ramp
      self.increment = increment
      self.maxLR = maxLR
      peak = maxLR ?? 0
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
        inverse-square-root, and holds. n counts updates, or samples where the file has a batch, or increment is the global batch size.
        """,
      source: "megatron.core.optimizer_param_scheduler.OptimizerParamScheduler, 0.16.1",
      example: """
        {"max_lr": 0.0003, "min_lr": 0.00003, "lr_warmup_steps": 10, "lr_decay_steps": 100, "lr_decay_style": "cosine"}
        """
    ) {
      Declaration(
        Parameter<Double?>("max_lr", role: .peak, default: nil, "The highest rate; null: each group's own."),
        Parameter<Int?>(
          "increment", role: .increment, default: nil, in: .between(1, 1e9),
          "What an update adds to the count, as the global batch size; the file’s batch if null, else 1."),
        and: WarmupAndDecay.parameters.and(WeightDecayRamp.parameters) { ($0, $1) }
      ) { (common: (decay: WarmupAndDecay, ramp: WeightDecayRamp), maxLR, increment) throws(Diagnostic) in
        OptimizerParamScheduler(decay: common.decay, ramp: common.ramp, increment: increment, maxLR: maxLR)
      }
    }

    mutating func bind(to batch: Batch) { self.batch = batch }

    mutating func bind(to run: RunLength) {
      let total = count(at: run.count)
      decay.bind(total: total)
      ramp.bind(total: total)
    }

    /// What is counted before an update: samples, or updates where it is not known how many samples each of them sees.
    private func count(at update: Int) -> Double {
      guard let batch else { return Double(update) * Double(increment ?? 1) }
      return Double(batch.samples(before: update))
    }

    /// The updates that it takes to count so far.
    private func updates(_ count: Double) -> Double { batch?.updates(seeing: count) ?? count / Double(increment ?? 1) }

    mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
      if batch != nil, increment != nil {
        throw Diagnostic(
          .value, "“increment” is the batch, and the file has a “batch”", of: "increment", hint: "leave one of them out"
        )
      }
      if batch == nil, increment == nil, let name = decay.countsSamples {
        throw Diagnostic(
          .value, "“\(name)” counts samples, and there is no “batch”", of: name,
          hint: "for example, \"batch\": 1536 beside “scheduler”; on a command line, --global-batch-size 1536")
      }
      peak = maxLR ?? optimizer.defaults.lr
      try decay.check(max: peak)
      // Megatron's optimizers have both in every group, and checkpoints with them.
      for index in optimizer.groups.indices {
        let group = optimizer.groups[index]
        optimizer.groups[index][.maxLR] = group[.maxLR] ?? maxLR ?? group.initialLR ?? group.lr
        optimizer.groups[index][.minLR] = group[.minLR] ?? decay.minLR
      }
      try ramp.prepare(optimizer)
    }

    mutating func step(_ optimizer: inout Optimizer, metric: Double?) throws(Diagnostic) {
      if let loaded = loadedRamp { (ramp, loadedRamp) = (loaded, nil) }
      clock.advance()
      try write(to: &optimizer, isInitial: false)
    }

    func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
      let count = count(at: clock.epoch) + ahead
      for index in clock.bases.indices {
        let group = optimizer.groups[index]
        let (low, high) = (group[.minLR] ?? decay.minLR, group[.maxLR] ?? clock.bases[index])
        optimizer.groups[index].lr = decay.rate(at: count, max: high, min: low)
      }
      try ramp.write(to: &optimizer, at: count)
    }

    mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
      try visitor.visit("max_lr", &peak)
      try decay.visitState(&visitor)
      var later = ramp
      try later.visitState(&visitor)
      if visitor.isLoading { loadedRamp = later } else { ramp = later }
      var steps = count(at: clock.epoch) + ahead
      try visitor.visit("updates", &clock.epoch, as: .count)
      try visitor.visit("num_steps", &steps, as: .count)
      if visitor.isChanging { ahead = steps - count(at: clock.epoch) }
    }

    mutating func seek(_ count: Int?, _ optimizer: inout Optimizer) throws(Diagnostic) {
      if let count { clock.epoch = count }
      try write(to: &optimizer, isInitial: false)
    }

    var drives: Driven { ramp.isGiven ? .weightDecay : [] }
    var length: Double? { decay.total.map { updates($0).rounded(.up) } }
    var phases: [Phase] { decay.phases(updates) }
  }
}
