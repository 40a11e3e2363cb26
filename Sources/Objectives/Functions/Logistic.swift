import Text

/// Logistic regression on eight points that no line separates: smooth, convex, with a floor of 0.4933.
struct Logistic: ObjectiveFunction {
  let l2: Double

  private typealias Point = (u: Double, v: Double, y: Double)

  private static func point(_ index: Int) -> Point {
    switch index {
    case 0: (-2, -1, 1)
    case 1: (-1.5, 0.5, -1)
    case 2: (-1, -2, -1)
    case 3: (0.5, -0.5, -1)
    case 4: (-0.5, 1, 1)
    case 5: (1, 0.5, 1)
    case 6: (1.5, 2, 1)
    default: (2, -1, -1)
    }
  }

  private static let count = 8

  private func margin(_ point: Point, _ x: [Double]) -> Double {
    -point.y * ((x[0] + x[1] * point.u) + x[2] * point.v)
  }

  func loss(at x: [Double]) -> Double {
    var sum = 0.0
    for index in 0..<Self.count {
      let m = margin(Self.point(index), x)
      sum += m > 0 ? m + Libm.log1p(Libm.exp(-m)) : Libm.log1p(Libm.exp(m))
    }
    var squares = 0.0
    for value in x { squares += value * value }
    return sum / Double(Self.count) + (0.5 * l2) * squares
  }

  func gradient(at x: [Double], into gradient: inout [Double]) {
    var (sum0, sum1, sum2) = (0.0, 0.0, 0.0)
    for index in 0..<Self.count {
      let point = Self.point(index)
      let m = margin(point, x)
      let power = Libm.exp(m >= 0 ? -m : m)
      let c = -(point.y * (m >= 0 ? 1 / (1 + power) : power / (1 + power)))
      sum0 += c
      sum1 += c * point.u
      sum2 += c * point.v
    }
    let n = Double(Self.count)
    gradient[0] = sum0 / n + l2 * x[0]
    gradient[1] = sum1 / n + l2 * x[1]
    gradient[2] = sum2 / n + l2 * x[2]
  }
}
