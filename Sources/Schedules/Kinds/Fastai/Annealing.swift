import Diagnostics

extension Fastai {
  /// What an optimizer's groups follow through a training: a curve of the rate for each, and one of momentum.
  struct GroupCurves: Sendable {
    var rates: [Curve] = []
    var momentum: Curve?
  }

  /// Follows curves through a training, as `ParamScheduler` does before each batch.
  struct Annealing: Clocked {
    /// A rate as a function of a position between 0 and 1: what fastai calls a sched.
    typealias Sched = @Sendable (_ position: Double) throws(Diagnostic) -> Double

    /// The sched that all groups follow; without one each has curves of its own.
    let sched: Sched?
    private let make: @Sendable (Optimizer) throws(Diagnostic) -> GroupCurves
    private let epochs: Int?
    /// Each from a part of the training on.
    private let named: [(start: Double, label: String)]
    private var curves = GroupCurves()
    private var progress: Progress
    var clock = Clock()

    /// Follows a sched, an absolute rate.
    init(phases: [(start: Double, label: String)] = [], sched: @escaping Sched) {
      self.init(nil, phases, sched) { _ in GroupCurves() }
    }

    /// Follows what an optimizer's groups make of a policy.
    init(
      epochs: Int?, phases: [(start: Double, label: String)],
      make: @escaping @Sendable (Optimizer) throws(Diagnostic) -> GroupCurves
    ) {
      self.init(epochs, phases, nil, make)
    }

    private init(
      _ epochs: Int?, _ phases: [(start: Double, label: String)], _ sched: Sched?,
      _ make: @escaping @Sendable (Optimizer) throws(Diagnostic) -> GroupCurves
    ) {
      self.sched = sched
      self.make = make
      self.epochs = epochs
      named = phases
      progress = Progress(epochs: epochs)
    }

    mutating func bind(to run: RunLength) { progress.bind(to: run) }

    mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
      try progress.require()
      curves = try make(optimizer)
    }

    mutating func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
      let position = progress.move(to: clock.epoch)
      for index in clock.bases.indices {
        optimizer.groups[index].lr = try sched?(position) ?? curves.rates[index](position)
        if let momentum = curves.momentum { optimizer.groups[index].drive(momentum: momentum(position)) }
      }
    }

    var overwrites: Bool { true }
    var lengthInEpochs: Double? { epochs.map(Double.init) }
    /// Known only when it is attached: an optimizer without momentum keeps what it has.
    var drives: Driven { curves.momentum == nil ? [] : .momentum }
    var phases: [Phase] { Phase.named(named.map { (progress.first(from: $0.start), .moves, $0.label) }) }
  }
}
