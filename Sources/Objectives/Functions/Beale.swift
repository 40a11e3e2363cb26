/// Beale's function: a plateau between steep walls, with its minimum at (3, ½).
struct Beale: ObjectiveFunction {
  func loss(at x: [Double]) -> Double {
    let (p, q, r) = terms(x[0], x[1])
    return (p * p + q * q) + r * r
  }

  func gradient(at x: [Double], into gradient: inout [Double]) {
    let (x, y) = (x[0], x[1])
    let (p, q, r) = terms(x, y)
    let (y2, y3) = (y * y, y * y * y)
    gradient[0] = 2 * ((p * (y - 1) + q * (y2 - 1)) + r * (y3 - 1))
    gradient[1] = (2 * x) * ((p + (2 * q) * y) + (3 * r) * y2)
  }

  private func terms(_ x: Double, _ y: Double) -> (Double, Double, Double) {
    let (y2, y3) = (y * y, y * y * y)
    return ((1.5 - x) + x * y, (2.25 - x) + x * y2, (2.625 - x) + x * y3)
  }
}
