import Schedules
import Text

/// Adam that trusts its second moment only once it has seen enough: before, plain steps with momentum.
///
///     ρ∞ = 2 / (1 − β₂) − 1;   ρ = ρ∞ − 2·t·β₂ᵗ / (1 − β₂ᵗ);   rectified where ρ > 5
///
/// Source: `torch.optim.RAdam`.
struct RAdam: MomentUpdate {
  var moments: Moments

  init(_ count: Int) { moments = Moments(count) }

  mutating func step(_ x: inout [Double], _ gradient: [Double], _ group: Hyperparameters) {
    moments.t += 1
    let t = moments.t
    let power = Libm.pow(group.beta2, t)
    let (first, second) = (1 - Libm.pow(group.beta1, t), 1 - power)
    let limit = 2 / (1 - group.beta2) - 1
    let length = limit - ((2 * t) * power) / second
    let isTrusted = length > 5
    let rectification =
      isTrusted
      ? Libm.pow(
        (((length - 4) * (length - 2)) * limit) / (((limit - 4) * (limit - 2)) * length), 0.5) : 0
    let root = Libm.pow(second, 0.5)
    for i in x.indices {
      let g = group.decay(&x[i], gradient[i])
      moments.take(g, at: i, group)
      let mean = moments.first[i] / first
      if isTrusted {
        // torch divides a number by a tensor as the product with its reciprocal.
        let size = (1 / (moments.second[i].squareRoot() + group.eps)) * root
        x[i] = x[i].adding(((mean * group.lr) * size) * rectification, times: -1)
      } else {
        x[i] = x[i].adding(mean * group.lr, times: -1)
      }
    }
  }
}
