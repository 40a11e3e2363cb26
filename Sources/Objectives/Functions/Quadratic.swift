/// Σ aᵢ·xᵢ²: one rate, several curvatures hᵢ = 2aᵢ.
struct Quadratic: ObjectiveFunction {
  let a: [Double]

  func loss(at x: [Double]) -> Double {
    var sum = 0.0
    for i in x.indices { sum += a[i] * (x[i] * x[i]) }
    return sum
  }

  func gradient(at x: [Double], into gradient: inout [Double]) {
    for i in x.indices { gradient[i] = (2 * a[i]) * x[i] }
  }
}
