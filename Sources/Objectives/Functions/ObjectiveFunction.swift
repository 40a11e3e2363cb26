import Schedules

/// A function to minimise, and its gradient: float64, in a fixed order of operations, nothing fused.
///
/// The formulas define the bits; automatic differentiation may differ by a unit.
protocol ObjectiveFunction: Sendable {
  func loss(at x: [Double]) -> Double
  func gradient(at x: [Double], into gradient: inout [Double])
}

extension Objective {
  /// The function that an optimizer is run on; `nil` for what needs only the rates.
  var function: (any ObjectiveFunction)? {
    switch kind {
    case .quadratic(let a): Quadratic(a: a)
    case .rosenbrock(let a, let b): Rosenbrock(a: a, b: b)
    case .beale: Beale()
    case .rastrigin(let a): Rastrigin(a: a)
    case .logistic(let l2): Logistic(l2: l2)
    case .expression(let expression): expression
    case .noisyQuadratic, .annealing, .multiPower, .lastIterateBound: nil
    }
  }
}

extension DifferentiableExpression: ObjectiveFunction {}
