import Diagnostics

/// A recurrence whose factor at each epoch is a function, or one for each param group: torch's `lr_lambda`.
protocol FunctionRecurrence: Recurrence {
  var lambda: PerGroup<Expression> { get }
  /// The function of each group, known when it is attached.
  var lambdas: [Expression] { get set }
}

extension FunctionRecurrence {
  static var lrLambda: Parameter<PerGroup<Expression>> {
    Parameter("lr_lambda", "The factor at each epoch; an array gives one function for each param group.")
  }

  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
    lambdas = try lambda.values(for: optimizer, as: "lr_lambda")
  }

  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
    try visitor.visit("lr_lambdas", &lambdas, as: .functions, isRequired: true)
  }

  var motion: Motion { .unknown }
}
