import Diagnostics

extension Keras {
  /// Gives each epoch the rate that a function of it, and of the rate before, says.
  ///
  /// Source: `keras.callbacks.LearningRateScheduler`, 3.15.
  struct LearningRateScheduler: Clocked {
    private let schedule: Expression
    var clock = Clock()
    /// The rates that the function was given.
    private var before: [Double] = []

    init(schedule: RateExpression) { self.schedule = schedule.expression }

    static let kind = Kind(
      "LearningRateScheduler", short: "lambda", .keras,
      "The rate of each epoch by a function.",
      formula: "lr(t) = schedule(t, lr(t − 1))",
      differs: """
        The function gives the rate itself, where torch’s LambdaLR multiplies the base rate by it. “lr” in it is the rate \
        before, at first the optimizer’s.
        """,
      source: "`keras.callbacks.LearningRateScheduler`, 3.15.",
      example: #"{"schedule": "lr if epoch < 10 else lr * exp(-0.1)"}"#
    ) {
      Declaration(
        Parameter(
          "schedule", "The rate of each epoch: an expression of epoch and, if need be, of the rate before, lr."),
        make: LearningRateScheduler.init)
    }

    mutating func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
      if before.count != clock.bases.count { before = clock.bases }
      for index in clock.bases.indices { before[index] = optimizer.groups[index].lr }
      try apply(to: &optimizer)
    }

    private func apply(to optimizer: inout Optimizer) throws(Diagnostic) {
      for (index, rate) in before.enumerated() {
        optimizer.groups[index].lr = try schedule.value(at: Double(clock.epoch), rate: rate)
      }
    }

    /// A callback is made anew; `fit` tells it the epoch, and a model that is loaded has the rate of the epoch before.
    mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
      try visitor.visit("epoch", &clock.epoch, as: .loop)
      try visitor.visit(perGroup: "lr", &before, as: .memory)
    }

    mutating func seek(_ count: Int?, _ optimizer: inout Optimizer) throws(Diagnostic) {
      if let count { clock.epoch = count }
      try apply(to: &optimizer)
    }

    var interval: Interval? { .epoch }
    var motion: Motion { .unknown }
  }
}
