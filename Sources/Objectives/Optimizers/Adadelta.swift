import Schedules

/// Steps scaled by the size of earlier steps over that of the gradients; the rate is only a factor on them.
///
///     v = ρ·v + (1 − ρ)·g²;   d = √(u + ε) / √(v + ε) · g;   u = ρ·u + (1 − ρ)·d²;   x −= η·d
///
/// Source: `torch.optim.Adadelta`.
struct Adadelta: Update {
  private var squares: [Double]
  private var steps: [Double]

  init(_ count: Int) {
    squares = Array(repeating: 0, count: count)
    steps = squares
  }

  mutating func step(_ x: inout [Double], _ gradient: [Double], _ group: Hyperparameters) {
    let (rho, rest) = (group.rho, 1 - group.rho)
    for i in x.indices {
      let g = gradient[i].decayed(x[i], group)
      squares[i] = (rho * squares[i]).adding(g, g, times: rest)
      let d = (steps[i] + group.eps).squareRoot() / (squares[i] + group.eps).squareRoot() * g
      steps[i] = (rho * steps[i]).adding(d, d, times: rest)
      x[i] = x[i].adding(d, times: -group.lr)
    }
  }
}
