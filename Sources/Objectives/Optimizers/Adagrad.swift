import Schedules

/// Rates that fall with the sum of squared gradients, and by a decay of their own besides.
///
///     v += g²;   x −= η / (1 + (t − 1)·lr_decay) · g / (√v + ε)
///
/// Source: `torch.optim.Adagrad`.
struct Adagrad: Update {
  private var sum: [Double]
  private var t = 0.0

  init(_ count: Int, _ group: Hyperparameters) { sum = Array(repeating: group.initialAccumulator, count: count) }

  mutating func step(_ x: inout [Double], _ gradient: [Double], _ group: Hyperparameters) {
    t += 1
    let rate = group.lr / (1 + (t - 1) * group.lrDecay)
    for i in x.indices {
      let g = gradient[i].decayed(x[i], group)
      sum[i] = sum[i].adding(g, g, times: 1)
      x[i] = x[i].adding(g, over: sum[i].squareRoot() + group.eps, times: -rate)
    }
  }
}
