import Diagnostics

/// Multiplies the current rate, at every epoch, by a function of the epoch.
///
/// lr(t) = lr(t−1)·λ(t); λ(0) is not asked for, unless a sequence hands over.
/// Source: `torch.optim.lr_scheduler.MultiplicativeLR`.
struct MultiplicativeLR: Recurrence {
  private let lambda: PerGroup<Expression>
  private var lambdas: [Expression] = []

  init(lambda: PerGroup<Expression>) { self.lambda = lambda }

  static let kind = Kind(
    "MultiplicativeLR", short: "multiplicative", .torch,
    "Multiplies the current rate by a function of the epoch.",
    formula: "lr(t) = lr(t−1)·λ(t), lr(0) = b",
    differs: "Unlike LambdaLR it multiplies the current rate, so it combines with others in a chain.",
    source: "torch.optim.lr_scheduler.MultiplicativeLR, 2.15",
    example: #"{"lr_lambda": "0.95"}"#
  ) {
    Declaration(
      recurrence: Parameter("lr_lambda", "The factor at each epoch; an array gives one function for each param group."),
      make: MultiplicativeLR.init)
  }

  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
    lambdas = try lambda.values(for: optimizer, as: "lr_lambda")
  }

  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
    try visitor.visit("lr_lambdas", &lambdas, as: .functions, isRequired: true)
  }

  func next(_ rate: Double, base: Double, at moment: Moment) throws(Diagnostic) -> Double {
    moment.isInitial ? rate : rate * (try lambdas[moment.group].value(at: Double(moment.epoch)))
  }

  var motion: Motion { .unknown }
}
