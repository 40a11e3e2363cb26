import Diagnostics

extension Keras {
  /// Gives each epoch the rate that a function of it says.
  ///
  /// Source: `keras.callbacks.LearningRateScheduler`, 3.15.
  struct LearningRateScheduler: Rule {
    let schedule: Expression

    static let kind = Kind(
      "LearningRateScheduler", short: "lambda", .keras,
      "Gives each epoch the rate that a function of the epoch says.",
      formula: "lr(t) = schedule(t)",
      differs: "The function gives the rate itself, where torch’s LambdaLR multiplies the base rate by it.",
      source: "`keras.callbacks.LearningRateScheduler`, 3.15.",
      example: #"{"schedule": "0.1 if epoch < 10 else 0.1 * exp(0.1 * (10 - epoch))"}"#
    ) {
      Declaration(rule: Parameter("schedule", "The rate of each epoch."), make: LearningRateScheduler.init)
    }

    func rate(at step: Int, base: Double, group: Int) throws(Diagnostic) -> Double {
      try schedule.value(at: Double(step))
    }

    var interval: Interval? { .epoch }
    var motion: Motion { .unknown }
  }
}
