import Schedules
import Text

/// Steps in proportion to the parameter's own size, from squares alone.
///
///     ρ = min(η, 1/√t);   α = max(ε₂, ‖x‖/√n)·ρ;   v → g² by the weight t^β;   x −= α·u / max(1, ‖u‖/(√n·d)), u = g/√v
///
/// Source: `torch.optim.Adafactor` on a vector. Rates above 1/√t have no effect.
struct Adafactor: Update {
  private var squares: [Double]
  private var step: [Double]
  private var t = 0.0

  init(_ count: Int) {
    squares = Array(repeating: 0, count: count)
    step = squares
  }

  mutating func step(_ x: inout [Double], _ gradient: [Double], _ group: Hyperparameters) {
    t += 1
    let weight = Libm.pow(t, group.beta2Decay)
    let rate = min(group.lr, 1 / Libm.pow(t, 0.5))
    let root = Libm.pow(Double(x.count), 0.5)
    let size = Norm.two(x) / root
    let alpha = (size > group.epsilons.1 ? size : group.epsilons.1) * rate
    let least = group.epsilons.0 * group.epsilons.0
    for i in x.indices {
      let g = gradient[i]
      if group.weightDecay != 0 { x[i] *= 1 - group.lr * group.weightDecay }
      squares[i] = squares[i].lerp(to: g * g, weight)
      step[i] = (1 / (squares[i] < least ? least : squares[i]).squareRoot()) * g
    }
    let excess = Norm.two(step) / (root * group.d)
    let scale = -alpha / (excess > 1 ? excess : 1)
    for i in x.indices { x[i] = x[i].adding(step[i], times: scale) }
  }
}
