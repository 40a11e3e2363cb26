import Diagnostics

extension Keras {
  /// Gives each epoch the rate that a function of it, and of the rate before, says.
  ///
  /// Source: `keras.callbacks.LearningRateScheduler`, 3.15.
  struct LearningRateScheduler: Clocked {
    private let schedule: Expression
    var clock = Clock()

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

    func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
      for index in clock.bases.indices {
        let before = optimizer.groups[index].lr
        optimizer.groups[index].lr = try schedule.value(at: Double(clock.epoch), rate: before)
      }
    }

    var interval: Interval? { .epoch }
    var motion: Motion { .unknown }
  }
}
