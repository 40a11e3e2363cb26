package import Schedules
import Text

/// The noisy quadratic model: the expected loss of SGD with gradient noise, by an exact recursion without random numbers.
///
///     loss = ½ Σ hᵢ·E[θᵢ²]; each gradient is hᵢ·θᵢ + noise of variance cᵢ
///
/// Source: Zhang et al. 2019, arXiv:1907.04164. Second moments of parameter, velocity and averaged parameter are followed
/// for each dimension; everything is linear, so nothing is approximated.
package struct NoisyQuadratic: Sendable {
  /// The second moments of one dimension: θ parameter, b velocity, w averaged parameter.
  private struct Moments: Sendable {
    var aa: Double
    var ab = 0.0
    var bb = 0.0
    var ww: Double
    var wa: Double
    var wb = 0.0
  }

  private let curvature: [Double]
  /// Curvature and noise as the dynamics see them: preconditioned.
  private let seen: [Double]
  private let noise: [Double]
  private let average: Double?
  private var moments: [Moments]
  private var isMoving = false

  package init(_ setting: Objective.Noisy) {
    curvature = setting.h
    average = setting.ema
    let power = setting.precondition
    seen = power == 0 ? setting.h : setting.h.map { Libm.pow($0, 1 - power) }
    noise = power == 0 ? setting.c : zip(setting.c, setting.h).map { $0 * Libm.pow($1, -2 * power) }
    moments = setting.start.map { start in
      let square = start * start
      return Moments(aa: square, ww: square, wa: square)
    }
  }

  /// Half of the curvatures times the second moments, of the averaged parameter where there is one.
  package var loss: Double {
    var sum = 0.0
    if average == nil {
      for i in moments.indices { sum += curvature[i] * moments[i].aa }
    } else {
      for i in moments.indices { sum += curvature[i] * moments[i].ww }
    }
    return 0.5 * sum
  }

  /// Goes on where another is; its velocity is part of the optimizer's state.
  mutating func resume(_ other: NoisyQuadratic, restoringVelocity: Bool) {
    moments = other.moments
    isMoving = restoringVelocity && other.isMoving
    if isMoving { return }
    for i in moments.indices { (moments[i].ab, moments[i].bb, moments[i].wb) = (0, 0, 0) }
  }

  package mutating func step(_ group: Hyperparameters) {
    let (rate, mu) = (group.lr, group.momentum)
    let k = isMoving ? 1 - group.dampening : 1
    let rho = average ?? 0
    for i in moments.indices {
      let old = moments[i]
      let a = seen[i] + group.weightDecay
      let gg = a * a * old.aa + noise[i]
      let tv = mu * old.ab + k * a * old.aa
      let bb = mu * mu * old.bb + 2 * mu * k * a * old.ab + k * k * gg
      let ev = mu * old.wb + k * a * old.wa
      var (tu, uu, uv, eu) = (tv, bb, bb, ev)
      if group.nesterov {
        let gv = mu * a * old.ab + k * gg
        tu = a * old.aa + mu * tv
        uu = gg + 2 * mu * gv + mu * mu * bb
        uv = gv + mu * bb
        eu = a * old.wa + mu * ev
      }
      let aa = old.aa - 2 * rate * tu + rate * rate * uu
      let ab = tv - rate * uv
      moments[i].aa = aa
      moments[i].ab = ab
      moments[i].bb = bb
      guard average != nil else { continue }
      let q = old.wa - rate * eu
      moments[i].ww = rho * rho * old.ww + 2 * rho * (1 - rho) * q + (1 - rho) * (1 - rho) * aa
      moments[i].wb = rho * ev + (1 - rho) * ab
      moments[i].wa = rho * q + (1 - rho) * aa
    }
    isMoving = true
  }
}
