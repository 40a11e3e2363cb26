import Diagnostics

/// Multiplies the base rate by a function of the epoch.
///
/// lr(t) = b·λ(t). Computed from the base rate: in a chain it overwrites what came before.
/// Source: `torch.optim.lr_scheduler.LambdaLR`.
struct LambdaLR: Recurrence {
  private let lambda: PerGroup<Expression>
  private var lambdas: [Expression] = []

  init(lambda: PerGroup<Expression>) { self.lambda = lambda }

  static let kind = Kind(
    "LambdaLR", short: "lambda", .torch,
    "Multiplies the base rate by a function of the epoch.",
    formula: "lr(t) = b·λ(t)",
    differs: "It computes from the base rate, so in a chain it overwrites what came before it.",
    source: "torch.optim.lr_scheduler.LambdaLR, 2.15",
    example: #"{"lr_lambda": "0.95 ** epoch"}"#
  ) {
    Declaration(
      recurrence: Parameter("lr_lambda", "The factor at each epoch; an array gives one function for each param group."),
      make: LambdaLR.init)
  }

  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
    lambdas = try lambda.values(for: optimizer, as: "lr_lambda")
  }

  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
    try visitor.visit("lr_lambdas", &lambdas, as: .functions, isRequired: true)
  }

  func next(_ rate: Double, base: Double, at moment: Moment) throws(Diagnostic) -> Double {
    base * (try lambdas[moment.group].value(at: Double(moment.epoch)))
  }

  var motion: Motion { .unknown }
  var overwrites: Bool { true }
}
