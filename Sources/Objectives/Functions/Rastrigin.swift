import Text

/// A·n + Σ (xᵢ² − A·cos 2πxᵢ): a bowl full of local minima, which restarts and cycles can leave.
struct Rastrigin: ObjectiveFunction {
  let a: Double

  private static let turn = 2 * Double.pi

  func loss(at x: [Double]) -> Double {
    var sum = a * Double(x.count)
    for value in x { sum += value * value - a * Libm.cos(Self.turn * value) }
    return sum
  }

  func gradient(at x: [Double], into gradient: inout [Double]) {
    for i in x.indices { gradient[i] = 2 * x[i] + (Self.turn * a) * Libm.sin(Self.turn * x[i]) }
  }
}
