import Schedules

/// Gradient descent with momentum, Nesterov's momentum and L2 weight decay.
///
///     b = g at first, then μ·b + (1 − dampening)·g;   x −= η·b, or η·(g + μ·b) with Nesterov’s
///
/// Source: `torch.optim.SGD`. The rate multiplies the whole velocity when it is used, so a drop acts at once.
struct SGD: Update {
  private var velocity: [Double]
  private var isMoving = false

  init(_ count: Int) { velocity = Array(repeating: 0, count: count) }

  mutating func step(_ x: inout [Double], _ gradient: [Double], _ group: Hyperparameters) {
    let (momentum, undamped) = (group.momentum, 1 - group.dampening)
    for i in x.indices {
      var g = gradient[i].decayed(x[i], group)
      if momentum != 0 {
        // The first velocity is the gradient itself: nothing is damped yet.
        velocity[i] = isMoving ? (momentum * velocity[i]).adding(g, times: undamped) : g
        g = group.nesterov ? g.adding(velocity[i], times: momentum) : velocity[i]
      }
      x[i] = x[i].adding(g, times: -group.lr)
    }
    if momentum != 0 { isMoving = true }
  }
}

extension Double {
  /// A gradient with that of the L2 penalty on a parameter.
  @inline(__always)
  func decayed(_ x: Double, _ group: Hyperparameters) -> Double {
    group.weightDecay == 0 ? self : adding(x, times: group.weightDecay)
  }
}
