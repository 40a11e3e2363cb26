import Diagnostics

extension Fastai {
  /// What is done with the rates while a training goes on.
  protocol Policy: Sendable {
    /// How many epochs it trains, if it says so.
    var epochs: Int? { get }
    /// Checks what depends on the optimizer.
    mutating func prepare(_ optimizer: Optimizer) throws(Diagnostic)
    /// Writes the values of a group when the part `position` of the training is over.
    func write(to group: inout ParamGroup, index: Int, base: Double, at position: Double) throws(Diagnostic)
    var drives: Driven { get }
    /// Its stretches, each from a part of the training on.
    var stretches: [(start: Double, label: String)] { get }
  }

  /// A rate as a function of a position between 0 and 1; what fastai calls a sched.
  protocol Annealer: Policy {
    func value(at position: Double) throws(Diagnostic) -> Double
  }

  /// A scheduler that follows a policy, whatever its type; combined scheds are made of such.
  protocol Following: Scheduler {
    associatedtype Followed: Policy
    var policy: Followed { get }
  }

  /// Follows a policy through a training, as `ParamScheduler` does before each batch.
  struct Annealing<Followed: Policy>: Clocked, Following {
    var policy: Followed
    private var progress: Progress
    var clock = Clock()

    init(_ policy: Followed) {
      self.policy = policy
      progress = Progress(epochs: policy.epochs)
    }

    mutating func adopt(_ run: RunLength) { progress.adopt(run) }

    mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
      try progress.require()
      try policy.prepare(optimizer)
    }

    mutating func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
      let position = progress.move(to: clock.epoch)
      for (index, base) in clock.bases.enumerated() {
        try policy.write(to: &optimizer.groups[index], index: index, base: base, at: position)
      }
    }

    var overwrites: Bool { true }
    var lengthInEpochs: Double? { policy.epochs.map(Double.init) }
    var drives: Driven { policy.drives }

    var phases: [Phase] {
      var noted = Stretches()
      for stretch in policy.stretches { noted.begin(stretch.label, at: progress.first(from: stretch.start)) }
      return noted.phases
    }
  }
}

extension Fastai.Policy {
  var epochs: Int? { nil }
  mutating func prepare(_ optimizer: Optimizer) throws(Diagnostic) {}
  var drives: Driven { [] }
  var stretches: [(start: Double, label: String)] { [] }
}

extension Fastai.Annealer {
  func write(to group: inout ParamGroup, index: Int, base: Double, at position: Double) throws(Diagnostic) {
    group.lr = try value(at: position)
  }
}

extension Parameter<Double> {
  /// Where a sched of fastai begins, and where it goes.
  static let annealingStart = Parameter("start", "The value at position 0.")
  static let annealingEnd = Parameter("end", "The value at position 1, which a training does not reach.")
}
