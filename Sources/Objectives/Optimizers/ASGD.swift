import Schedules
import Text

/// Gradient descent whose own rate is made from the schedule's one update before.
///
///     x = x·(1 − λ·η′) − η′·g;   η′ = η / (1 + λ·η·t)^α for the next update
///
/// Source: `torch.optim.ASGD`. A schedule acts one step late. The averaged point changes nothing of this and is left out;
/// the loss is that of x.
struct ASGD: Update {
  private var rate: Double?
  private var t = 0.0

  init(_ count: Int) {}

  mutating func step(_ x: inout [Double], _ gradient: [Double], _ group: Hyperparameters) {
    t += 1
    let eta = rate ?? group.lr
    let kept = 1 - group.lambd * eta
    for i in x.indices {
      let g = gradient[i].decayed(x[i], group)
      x[i] = (x[i] * kept).adding(g, times: -eta)
    }
    rate = group.lr / Libm.pow(1 + group.lambd * group.lr * t, group.alpha)
  }
}
