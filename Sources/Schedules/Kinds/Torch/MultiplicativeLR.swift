import Diagnostics

/// Multiplies the current rate, at every epoch, by a function of the epoch.
///
/// lr(t) = lr(t−1)·λ(t); λ(0) is not asked for, unless a sequence hands over.
/// Source: `torch.optim.lr_scheduler.MultiplicativeLR`.
struct MultiplicativeLR: FunctionRecurrence {
  let lambda: PerGroup<Expression>
  var lambdas: [Expression] = []

  static let kind = Kind(
    "MultiplicativeLR", short: "multiplicative", .torch,
    "Multiplies the current rate by a function of the epoch.",
    formula: "lr(t) = lr(t−1)·λ(t), lr(0) = b",
    differs: "Unlike LambdaLR it multiplies the current rate, so it combines with others in a chain.",
    source: "torch.optim.lr_scheduler.MultiplicativeLR, 2.15",
    example: #"{"lr_lambda": "0.95"}"#
  ) {
    Declaration(recurrence: lrLambda) { MultiplicativeLR(lambda: $0) }
  }

  func next(_ rate: Double, base: Double, at moment: Moment) throws(Diagnostic) -> Double {
    moment.isInitial ? rate : rate * (try lambdas[moment.group].value(at: Double(moment.epoch)))
  }
}
