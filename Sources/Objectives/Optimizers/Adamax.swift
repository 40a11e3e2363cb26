import Schedules
import Text

/// Adam with the largest recent gradient in place of the root mean square.
///
///     m = β₁·m + (1 − β₁)·g;   u = max(β₂·u, |g| + ε);   x −= η / (1 − β₁ᵗ) · m / u
///
/// Source: `torch.optim.Adamax`.
struct Adamax: Update {
  private var means: [Double]
  private var largest: [Double]
  private var t = 0.0

  init(_ count: Int) {
    means = Array(repeating: 0, count: count)
    largest = means
  }

  mutating func step(_ x: inout [Double], _ gradient: [Double], _ group: Hyperparameters) {
    t += 1
    let rate = group.lr / (1 - Libm.pow(group.beta1, t))
    for i in x.indices {
      let g = gradient[i].decayed(x[i], group)
      means[i] = means[i].lerp(to: g, 1 - group.beta1)
      let (old, new) = (group.beta2 * largest[i], abs(g) + group.eps)
      largest[i] = old > new || old.isNaN ? old : new
      x[i] = x[i].adding(means[i], over: largest[i], times: -rate)
    }
  }
}
