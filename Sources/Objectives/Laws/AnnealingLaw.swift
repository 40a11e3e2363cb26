package import Schedules
import Text

/// The annealing law: progress by the area under the rate, and a gain by how far the rate has come down.
///
///     m = λ·m + (ηₜ₋₁ − ηₜ);   S₁ = Σ η;   S₂ = Σ m;   L = L₀ + A·S₁^(−α) − C·S₂
///
/// Source: Tissue et al. 2024, arXiv:2408.11029.
package struct AnnealingLaw: LossLaw {
  private let constants: Objective.Annealing
  private var last: Double?
  private var momentum = 0.0
  private var area = 0.0
  private var annealed = 0.0

  package init(_ constants: Objective.Annealing) { self.constants = constants }

  package mutating func step(_ rate: Double) -> Double {
    if let last { momentum = constants.decay * momentum + (last - rate) }
    last = rate
    area += rate
    annealed += momentum
    guard area != 0 else { return .nan }
    return constants.l0 + constants.a * Libm.pow(area, -constants.alpha) - constants.c * annealed
  }

  /// The losses of a whole run; where the constants are made so, its warm-up counts as run at the peak.
  static func losses(for rates: [Double], _ constants: Objective.Annealing) -> [Double] {
    var law = AnnealingLaw(constants)
    guard constants.warmsUpAtPeak, let peak = rates.max(), let top = rates.firstIndex(of: peak) else {
      return rates.map { law.step($0) }
    }
    return rates.indices.map { law.step($0 < top ? peak : rates[$0]) }
  }
}
