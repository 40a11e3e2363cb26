import Diagnostics

extension Paddle {
  /// Multiplies the base rate by a function of the epoch.
  struct LambdaDecay: Rule {
    private let lambda: Expression

    static let kind = Kind(
      "LambdaDecay", short: "lambda", .paddle, "Multiplies the base rate by a function of the epoch.",
      formula: "lr(t) = learning_rate·lr_lambda(t)",
      differs: "torch's LambdaLR with one function for all param groups.",
      source: "paddle.optimizer.lr.LambdaDecay, 3.3.1",
      example: #"{"lr_lambda": "0.95 ** epoch"}"#
    ) {
      Declaration(Parameter<Expression>("lr_lambda", "The factor at each epoch."), and: start()) {
        (start, lambda) throws(Diagnostic) in RuleScheduler(LambdaDecay(lambda: lambda), start)
      }
    }

    func rate(at epoch: Int, base: Double, last: Double) throws(Diagnostic) -> Double {
      base * (try lambda.value(at: Double(epoch)))
    }

    var motion: Motion { .unknown }
  }
}
