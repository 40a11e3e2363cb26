import Schedules
import Text

/// Adam on sparse gradients; here every coordinate is there, as a small objective has it.
///
///     m += (g − m)·(1 − β₁);   v += (g² − v)·(1 − β₂);   x −= η·√(1 − β₂ᵗ) / (1 − β₁ᵗ) · m / (√v + ε)
///
/// Source: `torch.optim.SparseAdam`. Nothing is fused in it.
struct SparseAdam: MomentUpdate {
  var moments: Moments

  init(_ count: Int) { moments = Moments(count) }

  mutating func step(_ x: inout [Double], _ gradient: [Double], _ group: Hyperparameters) {
    moments.t += 1
    let (first, second) = (1 - Libm.pow(group.beta1, moments.t), 1 - Libm.pow(group.beta2, moments.t))
    let rate = (group.lr * second.squareRoot()) / first
    for i in x.indices {
      let g = gradient[i]
      let (mean, square) = (moments.first[i], moments.second[i])
      let meanChange = (g - mean) * (1 - group.beta1)
      let squareChange = (g * g - square) * (1 - group.beta2)
      moments.first[i] = mean + meanChange
      moments.second[i] = square + squareChange
      x[i] += -rate * ((meanChange + mean) / ((squareChange + square).squareRoot() + group.eps))
    }
  }
}
