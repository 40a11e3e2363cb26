import Diagnostics

extension Paddle {
  /// Rises in a straight line, and then hands over to a rate or to another scheduler.
  struct LinearWarmup: Jumping {
    private var inner: Node?
    /// The scheduler inside as it goes on, if it can be sent to an epoch; to ask it at every step would allocate.
    private var jumping: (any Jumping)?
    private let rate: Double?
    private let steps: Int
    private let startLR: Double
    private let endLR: Double
    private let lastEpoch: Int
    private var epoch = -1

    private init(
      target: Either<Double, Child>, steps: Int, startLR: Double, endLR: Double, lastEpoch: Int
    ) throws(Diagnostic) {
      switch target {
      case .first(let rate): (inner, self.rate) = (nil, rate)
      case .second(let child): (inner, rate) = (child.node, nil)
      }
      self.steps = steps
      self.startLR = startLR
      self.endLR = endLR
      self.lastEpoch = lastEpoch
      if endLR <= startLR {
        throw Diagnostic(.value, "“end_lr”, \(endLR), must be greater than “start_lr”, \(startLR)", of: "end_lr")
      }
      if startLR < 0 { throw Diagnostic(.value, "“start_lr” must not be negative", of: "start_lr") }
      if let inner, inner.scheduler.watchesMetric {
        throw Diagnostic(
          .value, "LinearWarmup cannot hold \(inner.name), which has to be given a metric", of: "learning_rate")
      }
    }

    static let kind = Kind(
      "LinearWarmup", short: "warmup", .paddle,
      "Linear warm-up, then a constant rate or another scheduler.",
      formula: "lr(t) = start_lr + (end_lr − start_lr)·t/W up to t = W = warmup_steps, then learning_rate(t − W)",
      differs: """
        end_lr is never reached: at t = W the other one begins at its own step 0, wherever that is. \
        Its total does not include the warm-up.
        """,
      source: "paddle.optimizer.lr.LinearWarmup, 3.3.1",
      example: """
        {"learning_rate": {"type": "paddle.CosineAnnealingDecay", "T_max": 45}, "warmup_steps": 5, "start_lr": 0, "end_lr": 0.1}
        """
    ) {
      Declaration(
        Parameter<Either<Double, Child>>("learning_rate", "The rate after the warm-up, or a scheduler."),
        Parameter("warmup_steps", role: .warmup, in: .between(1, 1e12), "Steps of the warm-up."),
        Parameter("start_lr", role: .start, "The first rate."),
        Parameter("end_lr", role: .peak, "The rate that the warm-up goes towards."),
        Parameter("last_epoch", default: -1, in: .between(-1, 1_000_000), "The last finished epoch of a resumed run."),
        make: LinearWarmup.init)
    }

    mutating func bind(to run: RunLength) {
      let rest = run.part(from: Double(steps), to: Double(run.count))
      inner?.scheduler.bind(to: rest)
    }

    mutating func start(_ optimizer: inout Optimizer) throws(Diagnostic) {
      // The one inside of it is made first, and takes its base rate from the groups.
      try inner?.start(&optimizer)
      jumping = inner?.scheduler as? any Jumping
      for index in optimizer.groups.indices where optimizer.groups[index].initialLR == nil {
        optimizer.groups[index].initialLR = optimizer.groups[index].lr
      }
      epoch = lastEpoch
      try step(&optimizer, metric: nil)
    }

    mutating func step(_ optimizer: inout Optimizer, metric: Double?) throws(Diagnostic) {
      try jump(&optimizer, to: epoch + 1)
    }

    mutating func jump(_ optimizer: inout Optimizer, to epoch: Int) throws(Diagnostic) {
      self.epoch = epoch
      if epoch < steps {
        let rate = (endLR - startLR) * Double(epoch) / Double(steps) + startLR
        for index in optimizer.groups.indices { optimizer.groups[index].lr = rate }
      } else if let rate {
        for index in optimizer.groups.indices { optimizer.groups[index].lr = rate }
      } else {
        try jumpInside(&optimizer, to: epoch - steps)
      }
    }

    /// Sends the inner scheduler to an epoch; one of another family begins anew and is then stepped.
    private mutating func jumpInside(_ optimizer: inout Optimizer, to epoch: Int) throws(Diagnostic) {
      if jumping != nil {
        try jumping?.jump(&optimizer, to: epoch)
      } else if epoch == 0 {
        optimizer.returnToBaseRates()
        try inner?.restart(&optimizer)
      } else {
        try inner?.step(&optimizer, metric: nil)
      }
    }

    mutating func rewind() { epoch -= 1 }

    mutating func initialStep(_ optimizer: inout Optimizer) throws(Diagnostic) {
      try step(&optimizer, metric: nil)
    }

    mutating func restart(_ optimizer: inout Optimizer) throws(Diagnostic) { try jump(&optimizer, to: 0) }

    var drives: Driven { inner?.scheduler.drives ?? [] }
    /// With the inner one's; in front of a constant rate as long again.
    var length: Double? {
      guard let inner else { return 2 * Double(steps) }
      return inner.scheduler.length.map { Double(steps) + $0 }
    }
    var phases: [Phase] {
      let behind = inner?.phases ?? [Phase(start: 0, motion: .jumps, label: "constant")]
      return [Phase(start: 0, motion: .moves, label: "warm-up")]
        + behind.map { Phase(start: steps + $0.start, motion: $0.motion, label: $0.label) }
    }
  }
}
