import Diagnostics

/// Multiplies the base rate by a function of the epoch.
///
/// lr(t) = b·λ(t). Computed from the base rate: in a chain it overwrites what came before.
/// Source: `torch.optim.lr_scheduler.LambdaLR`.
struct LambdaLR: FunctionRecurrence {
  let lambda: PerGroup<Expression>
  var lambdas: [Expression] = []

  static let kind = Kind(
    "LambdaLR", short: "lambda", .torch,
    "Multiplies the base rate by a function of the epoch.",
    formula: "lr(t) = b·λ(t)",
    differs: "It computes from the base rate, so in a chain it overwrites what came before it.",
    source: "torch.optim.lr_scheduler.LambdaLR, 2.15",
    example: #"{"lr_lambda": "0.95 ** epoch"}"#
  ) {
    Declaration(recurrence: lrLambda) { LambdaLR(lambda: $0) }
  }

  func next(_ rate: Double, base: Double, at moment: Moment) throws(Diagnostic) -> Double {
    base * (try lambdas[moment.group].value(at: Double(moment.epoch)))
  }

  var overwrites: Bool { true }
}
