import Schedules
import Text

/// Adam with Nesterov's momentum, whose strength grows towards β₁ with a schedule of its own.
///
///     μ = β₁·(1 − ½·0.96^(t·ψ)), M = Πμ;   x −= η·(1 − μ) / (1 − M) · g / d;   x −= η·μ⁺ / (1 − M·μ⁺) · m / d
///
/// with d = √(v / (1 − β₂ᵗ)) + ε and μ⁺ the μ of the next update.
///
/// Source: `torch.optim.NAdam`; its running product is float64 here, as with torch's default dtype set so.
struct NAdam: MomentUpdate {
  var moments: Moments
  private var product = 1.0

  init(_ count: Int) { moments = Moments(count) }

  mutating func step(_ x: inout [Double], _ gradient: [Double], _ group: Hyperparameters) {
    moments.t += 1
    let t = moments.t
    let correction = 1 - Libm.pow(group.beta2, t)
    let now = group.beta1 * (1 - 0.5 * Libm.pow(0.96, t * group.momentumDecay))
    let next = group.beta1 * (1 - 0.5 * Libm.pow(0.96, (t + 1) * group.momentumDecay))
    product *= now
    let towardsGradient = (-group.lr * (1 - now)) / (1 - product)
    let towardsMean = (-group.lr * next) / (1 - product * next)
    for i in x.indices {
      let g = group.decay(&x[i], gradient[i])
      moments.take(g, at: i, group)
      let size = (moments.second[i] / correction).squareRoot() + group.eps
      x[i] = x[i].adding(g, over: size, times: towardsGradient)
      x[i] = x[i].adding(moments.first[i], over: size, times: towardsMean)
    }
  }
}
