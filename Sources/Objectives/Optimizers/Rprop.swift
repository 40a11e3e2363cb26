import Schedules

/// Steps by the gradient's sign, each coordinate with a size of its own that grows while the sign holds.
///
///     size ·= η⁺ where the sign holds, η⁻ where it turns (and no step then);   x −= sign(g)·size
///
/// Source: `torch.optim.Rprop`. The first size is the first rate; after that no schedule has any effect.
struct Rprop: Update {
  private var previous: [Double]
  private var sizes: [Double] = []

  init(_ count: Int) { previous = Array(repeating: 0, count: count) }

  mutating func step(_ x: inout [Double], _ gradient: [Double], _ group: Hyperparameters) {
    if sizes.isEmpty { sizes = Array(repeating: group.lr, count: x.count) }
    for i in x.indices {
      var g = gradient[i]
      let agreement = g * previous[i]
      let factor = agreement > 0 ? group.etas.1 : agreement < 0 ? group.etas.0 : 1
      let size = sizes[i] * factor
      // The upper limit wins over the lower.
      sizes[i] = min(max(size, group.stepSizes.0), group.stepSizes.1)
      if agreement < 0 { g = 0 }
      x[i] = x[i].adding(g.sign, sizes[i], times: -1)
      previous[i] = g
    }
  }
}
