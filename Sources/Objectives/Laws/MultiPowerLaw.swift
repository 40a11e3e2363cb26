package import Schedules
import Text

/// The multi-power law: every drop of the rate brings a gain that saturates with the area after it.
///
///     L = L₀ + A·S₁(t)^(−α) − B·Σₖ (ηₖ₋₁ − ηₖ)·G(ηₖ^(−γ)·(S₁(t) − S₁(k − 1))),   G(x) = 1 − (1 + C·x)^(−β)
///
/// Source: Luo et al. 2025, arXiv:2503.12811; both sums run over all steps, as in the code that made the constants.
package struct MultiPowerLaw: LossLaw {
  /// A change of the rate: its size, ηₖ^(−γ), and S₁ before it.
  private struct Drop {
    let size: Double
    let factor: Double
    let area: Double
  }

  private let constants: Objective.MultiPower
  private var drops: [Drop] = []
  private var last: Double?
  private var area = 0.0

  package init(_ constants: Objective.MultiPower) { self.constants = constants }

  package mutating func step(_ rate: Double) -> Double {
    // A drop to 0 is of no effect until the rate is positive again.
    if let last, rate != last, rate > 0 {
      drops.append(Drop(size: last - rate, factor: Libm.pow(rate, -constants.gamma), area: area))
    }
    last = rate
    area += rate
    guard area != 0 else { return .nan }
    var gain = 0.0
    for drop in drops {
      gain +=
        drop.size
        * (1 - Libm.pow(1 + constants.c * (drop.factor * (area - drop.area)), -constants.beta))
    }
    return constants.l0 + constants.a * Libm.pow(area, -constants.alpha) - constants.b * gain
  }

  /// The losses of a whole run: drop by drop where that is little work, else by exponentials.
  static func losses(for rates: [Double], _ constants: Objective.MultiPower) -> [Double] {
    var changes = 0
    for index in rates.indices.dropFirst() where rates[index] != rates[index - 1] { changes += 1 }
    let isLittle = changes.multipliedReportingOverflow(by: rates.count)
    if !isLittle.overflow, isLittle.partialValue <= 4_000_000 {
      var law = MultiPowerLaw(constants)
      return rates.map { law.step($0) }
    }
    var sums = ExponentialSums(for: rates, constants)
    var (area, last) = (0.0, 0.0)
    return rates.indices.map { index in
      let rate = rates[index]
      let gain = sums.gain(behind: rate, after: index == 0 ? rate : last)
      last = rate
      area += rate
      guard area != 0 else { return .nan }
      return constants.l0 + constants.a * Libm.pow(area, -constants.alpha) - constants.b * gain
    }
  }
}
