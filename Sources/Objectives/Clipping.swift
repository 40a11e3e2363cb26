import Schedules

extension Objective.Clip {
  /// Clips the gradients of all groups together, after the objective and before the optimizer, as torch's
  /// `clip_grad_norm_` and `clip_grad_value_` do.
  ///
  /// `norms` is room for one number a group.
  func clip(_ gradients: inout [[Double]], _ norms: inout [Double]) {
    if gradients.count == 1 { return clip(&gradients[0]) }
    switch self {
    case .value: for group in gradients.indices { clip(&gradients[group]) }
    case .norm(let limit, let order):
      for group in gradients.indices { norms[group] = Norm.of(gradients[group], order: order) }
      let factor = Self.factor(limit, Norm.of(norms, order: order))
      for group in gradients.indices { gradients[group].scale(by: factor) }
    }
  }

  /// Clips the gradient of the only group.
  func clip(_ gradient: inout [Double]) {
    switch self {
    case .value(let limit):
      for i in gradient.indices {
        let g = gradient[i]
        gradient[i] = g < -limit ? -limit : g > limit ? limit : g
      }
    case .norm(let limit, let order): gradient.scale(by: Self.factor(limit, Norm.of(gradient, order: order)))
    }
  }

  /// At most 1, and a hair less than the limit over the norm; what is not a number stays so.
  private static func factor(_ limit: Double, _ norm: Double) -> Double {
    let factor = (1 / (norm + 1e-6)) * limit
    return factor > 1 ? 1 : factor
  }
}

extension [Double] {
  fileprivate mutating func scale(by factor: Double) { for i in indices { self[i] *= factor } }
}
