import Diagnostics
import Text

/// Falls along half a cosine wave from the base rate to η_min in T_max epochs, then climbs back along the next half.
///
/// lr(t) = (1 + cos πt/T) / (1 + cos π(t−1)/T) · (lr(t−1) − η) + η; where the divisor is 0, one step after each trough,
/// lr(t) = lr(t−1) + (b − η)·(1 − cos π/T)/2.
/// Source: `torch.optim.lr_scheduler.CosineAnnealingLR`; Loshchilov & Hutter 2017, arXiv:1608.03983.
struct CosineAnnealingLR: Recurrence {
  let tMax: Double
  let etaMin: Double

  static let kind = Kind(
    "CosineAnnealingLR", short: "cosine", .torch,
    "Falls along a half cosine to eta_min at T_max, and climbs back after it.",
    formula: "lr(t) = eta_min + (b − eta_min)·(1 + cos(πt/T_max))/2",
    differs: """
      After T_max it climbs back to the base rate, along the mirror image; optax, Keras and timm hold instead. \
      eta_min is absolute, the same for all groups.
      """,
    source: "torch.optim.lr_scheduler.CosineAnnealingLR, 2.15; arXiv:1608.03983",
    example: #"{"T_max": 50}"#
  ) {
    Declaration(
      recurrence: Parameter("T_max", "Epochs from the base rate to eta_min: half a period."),
      Parameter("eta_min", default: 0, "The lowest rate, the same for all param groups."),
      make: CosineAnnealingLR.init)
  }

  func next(_ rate: Double, base: Double, at moment: Moment) throws(Diagnostic) -> Double {
    if moment.isInitial { return rate }
    let epoch = Double(moment.epoch)
    // Only a resumed one that a warm-up asks without having stepped it comes here.
    if moment.steps == 1, moment.epoch > 0 {
      let angle = try Python.quotient(epoch * .pi, tMax, "T_max")
      return etaMin + (base - etaMin) * (1 + Libm.cos(angle)) / 2
    }
    if try Python.remainder(epoch - 1 - tMax, 2 * tMax) == 0 {
      return rate + (base - etaMin) * (1 - Libm.cos(.pi / tMax)) / 2
    }
    let wave = 1 + Libm.cos(.pi * epoch / tMax)
    let before = 1 + Libm.cos(.pi * (epoch - 1) / tMax)
    return (try Python.quotient(wave, before, "1 + cos at the epoch before")) * (rate - etaMin) + etaMin
  }

  func restart(_ rate: Double, base: Double, at moment: Moment) throws(Diagnostic) -> Double {
    let angle = try Python.quotient(.pi * Double(moment.epoch), tMax, "T_max")
    return etaMin + (base - etaMin) * (1 + Libm.cos(angle)) / 2
  }

  var length: Double? { tMax }
}
