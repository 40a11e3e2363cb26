/// (a − X)² + b·(Y − X²)²: a curved valley, with its minimum at (a, a²).
struct Rosenbrock: ObjectiveFunction {
  let a: Double
  let b: Double

  func loss(at x: [Double]) -> Double {
    let (u, v) = (a - x[0], x[1] - x[0] * x[0])
    return u * u + b * (v * v)
  }

  func gradient(at x: [Double], into gradient: inout [Double]) {
    let (u, v) = (a - x[0], x[1] - x[0] * x[0])
    gradient[0] = -2 * u - ((4 * b) * x[0]) * v
    gradient[1] = (2 * b) * v
  }
}
