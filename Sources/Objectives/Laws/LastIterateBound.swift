import Schedules
import Text

/// The bound of convex theory on the last iterate: not a loss, but a comparison of shapes.
///
///     Ω = D² / (2·S(T)) + ½·(η_T·G_T² + Σ_{k<T} ηₖ²·Gₖ² / (S(T) − S(k)))
///
/// Source: Schaipp et al. 2025, arXiv:2501.18965, after Defazio et al. 2023, Theorem 10, summed by parts. Updates at rate 0
/// do not move the iterate and are left out.
package struct LastIterateBound: LossLaw {
  private let distance: Double
  private let norms: [Double]
  private var row = 0
  private var rates: [Double] = []
  private var squares: [Double] = []
  private var sum = 0.0
  private var value = Double.nan

  package init(distance: Double, gradientNorms: [Double]) {
    self.distance = distance
    norms = gradientNorms
  }

  package mutating func step(_ rate: Double) -> Double {
    let norm = Self.norm(norms, at: row)
    row += 1
    guard rate > 0 else { return value }
    rates.append(rate)
    let step = rate * norm
    squares.append(step * step)
    sum += rate
    // From the end, so that no difference of sums cancels.
    var (behind, parts) = (rate, 0.0)
    for k in rates.indices.dropLast().reversed() {
      parts += squares[k] / behind
      behind += rates[k]
    }
    value = bound(rate, norm, parts)
    return value
  }

  private func bound(_ rate: Double, _ norm: Double, _ parts: Double) -> Double {
    distance * distance / (2 * sum) + 0.5 * (rate * norm * norm + parts)
  }

  /// One norm holds for all; the last of several for what is after them.
  private static func norm(_ norms: [Double], at row: Int) -> Double {
    row < norms.count ? norms[row] : norms.last ?? 1
  }

  /// The bound of a whole run: exactly where it is short, else by 1/x = ∫ e^(−xu) du on nodes e^0.3 apart.
  static func losses(for rates: [Double], distance: Double, gradientNorms: [Double]) -> [Double] {
    var bound = LastIterateBound(distance: distance, gradientNorms: gradientNorms)
    if rates.count <= 2000 { return rates.map { bound.step($0) } }
    let positive = rates.filter { $0 > 0 }
    guard let least = positive.min() else { return rates.map { _ in .nan } }
    let spacing = 0.3
    let bottom = Libm.log(1e-13 / positive.reduce(0, +))
    var nodes: [Double] = []
    var y = Libm.log(40 / least)
    while y > bottom, nodes.count < 4096 {
      nodes.append(Libm.exp(y))
      y -= spacing
    }
    var sums = nodes.map { _ in 0.0 }
    var decays = sums
    var (decayRate, earlier) = (-1.0, 0.0)
    return rates.indices.map { index in
      let rate = rates[index]
      let norm = Self.norm(gradientNorms, at: index)
      guard rate > 0 else { return bound.value }
      if rate != decayRate {
        decayRate = rate
        for j in nodes.indices { decays[j] = Libm.exp(-nodes[j] * rate) }
      }
      var parts = 0.0
      for j in nodes.indices {
        sums[j] = (sums[j] + earlier) * decays[j]
        parts += nodes[j] * sums[j]
      }
      let step = rate * norm
      earlier = step * step
      bound.sum += rate
      bound.value = bound.bound(rate, norm, spacing * parts)
      return bound.value
    }
  }
}
