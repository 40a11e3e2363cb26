import Schedules

/// Gradients divided by the root of a running mean of their squares; centred, by their running deviation.
///
///     v = α·v + (1 − α)·g²;   x −= η·g / (√v + ε), or with momentum b = μ·b + g / (√v + ε);  x −= η·b
///
/// Source: `torch.optim.RMSprop`. The centred deviation can fall below zero by rounding, and gives NaN there as in torch.
struct RMSprop: Update {
  private var squares: [Double]
  private var means: [Double]
  private var velocity: [Double]

  init(_ count: Int) {
    squares = Array(repeating: 0, count: count)
    means = squares
    velocity = squares
  }

  mutating func step(_ x: inout [Double], _ gradient: [Double], _ group: Hyperparameters) {
    let rest = 1 - group.alpha
    for i in x.indices {
      let g = gradient[i].decayed(x[i], group)
      squares[i] = (group.alpha * squares[i]).adding(g, g, times: rest)
      var square = squares[i]
      if group.centered {
        means[i] = means[i].lerp(to: g, rest)
        square = square.adding(means[i], means[i], times: -1)
      }
      let size = square.squareRoot() + group.eps
      if group.momentum > 0 {
        velocity[i] = (group.momentum * velocity[i]).adding(g, over: size, times: 1)
        x[i] = x[i].adding(velocity[i], times: -group.lr)
      } else {
        x[i] = x[i].adding(g, over: size, times: -group.lr)
      }
    }
  }
}
