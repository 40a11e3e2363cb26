import Diagnostics

extension Paddle {
  /// Multiplies the rate by a function of the epoch, again and again.
  struct MultiplicativeDecay: Rule {
    private let lambda: Expression
    private var epoch = 0
    /// The factors of all epochs but the first, which is never asked for, up to the present one.
    private var factors: [Double] = []

    private init(lambda: Expression) { self.lambda = lambda }

    static let kind = Kind(
      "MultiplicativeDecay", short: "multiplicative", .paddle,
      "Multiplies the current rate by a function of the epoch.",
      formula: "lr(t) = learning_rate·lr_lambda(1)·…·lr_lambda(t)",
      differs: "torch's MultiplicativeLR with one function for all param groups.",
      source: "paddle.optimizer.lr.MultiplicativeDecay, 3.3.1",
      example: #"{"lr_lambda": "0.95"}"#
    ) {
      Declaration(Parameter<Expression>("lr_lambda", "The factor of each epoch."), and: start()) {
        (start, lambda) throws(Diagnostic) in RuleScheduler(MultiplicativeDecay(lambda: lambda), start)
      }
    }

    /// Notes the factors that the next rates are multiplied with: one in a plain step, all of them after a jump.
    mutating func move(to epoch: Int, isJump: Bool) throws(Diagnostic) {
      let isNext = epoch == self.epoch + 1
      factors.removeAll(keepingCapacity: true)
      for each in (isNext ? epoch : 1)..<(max(0, epoch) + 1) { factors.append(try lambda.value(at: Double(each))) }
      startsAnew = !isNext
      self.epoch = epoch
    }

    private var startsAnew = true

    func rate(at epoch: Int, base: Double, last: Double) throws(Diagnostic) -> Double {
      factors.reduce(startsAnew ? base : last, *)
    }

    var motion: Motion { .unknown }
  }
}
