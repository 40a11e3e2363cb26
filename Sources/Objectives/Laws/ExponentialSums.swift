import Schedules
import Text

/// The gains of the multi-power law at a fixed cost a step: its power is an integral over exponentials, and the sum of
/// the drops decays in each of them at one rate.
///
///     (1 + C·a·D)^(−β) = 1/Γ(β) ∫ v^(β−1)·a^(−β)·e^(−v/a)·e^(−vCD) dv,   a = ηₖ^(−γ), D = S₁(t) − S₁(k − 1)
///
/// The trapezoidal rule in log v, with nodes e^0.3 apart, is good to 10⁻¹⁴.
struct ExponentialSums {
  private static let spacing = 0.3

  private let constants: Objective.MultiPower
  private var nodes: [Double] = []
  private var weights: [Double] = []
  private var sums: [Double]
  /// e^(−v·C·η) of the last rate: where the rate stays, so do they.
  private var decays: [Double]
  private var decayRate = -1.0
  private var total = 0.0

  init(for rates: [Double], _ constants: Objective.MultiPower) {
    self.constants = constants
    var (least, most, area) = (Double.infinity, 0.0, 0.0)
    for rate in rates where rate > 0 {
      least = min(least, rate)
      most = max(most, rate)
      area += rate
    }
    let (beta, gamma) = (constants.beta, constants.gamma)
    let top = Libm.log(40) - gamma * Libm.log(least)
    let reach = max(constants.c * area, Libm.pow(most, gamma))
    let bottom = Libm.log(1e-12) / beta - Libm.log(reach)
    let scale = Self.spacing / Libm.gamma(beta)
    var y = top
    // A bound on the work; constants that would need more are far from any fit.
    while y > bottom, nodes.count < 4096 {
      nodes.append(Libm.exp(y))
      weights.append(scale * Libm.exp(y * beta))
      y -= Self.spacing
    }
    sums = Array(repeating: 0, count: nodes.count)
    decays = sums
  }

  /// Σ drops·G after an update at a rate, the one before at `last`.
  mutating func gain(behind rate: Double, after last: Double) -> Double {
    let drop = last - rate
    if drop != 0, rate > 0 {
      // 1/a, and the drop times a^(−β).
      let inverse = Libm.pow(rate, constants.gamma)
      let size = drop * Libm.pow(inverse, constants.beta)
      for j in nodes.indices.reversed() {
        let exponent = nodes[j] * inverse
        if exponent > 45 { break }
        sums[j] += size * Libm.exp(-exponent)
      }
      total += drop
    }
    if rate != decayRate {
      decayRate = rate
      for j in nodes.indices { decays[j] = Libm.exp(-nodes[j] * constants.c * rate) }
    }
    var sum = 0.0
    for j in nodes.indices {
      sums[j] *= decays[j]
      sum += weights[j] * sums[j]
    }
    return total - sum
  }
}
