import Diagnostics
import Text

/// Falls along half a cosine wave from the base rate to η_min in T_max epochs, then climbs back along the next half.
///
/// lr(t) = (1 + cos πt/T) / (1 + cos π(t−1)/T) · (lr(t−1) − η) + η; where the divisor is 0, one step after each trough,
/// lr(t) = lr(t−1) + (b − η)·(1 − cos π/T)/2.
/// Source: `torch.optim.lr_scheduler.CosineAnnealingLR`; Loshchilov & Hutter 2017, arXiv:1608.03983.
///
/// On the clock itself rather than a `Recurrence`, for the wave is the same for all groups, and at the next step the one
/// before: a step takes one cosine, and finds its own ratio made.
struct CosineAnnealingLR: Clocked {
  private var tMax: Double
  private var etaMin: Double
  var clock = Clock()
  /// What the next step needs, made in this one, so that nothing waits for the cosine.
  private var next = (epoch: Int.min, wave: 0.0, ratio: 0.0)

  init(tMax: Double, etaMin: Double) {
    self.tMax = tMax
    self.etaMin = etaMin
  }

  static let kind = Kind(
    "CosineAnnealingLR", short: "cosine", .torch,
    "Cosine decay to eta_min at T_max; climbs back after it.",
    formula: "lr(t) = eta_min + (b − eta_min)·(1 + cos(πt/T_max))/2",
    differs: """
      After T_max it climbs back to the base rate, along the mirror image; optax, Keras and timm hold instead. \
      eta_min is absolute, the same for all groups.
      """,
    source: "torch.optim.lr_scheduler.CosineAnnealingLR, 2.15; arXiv:1608.03983",
    example: #"{"T_max": 50}"#
  ) {
    Declaration(
      clocked: Parameter("T_max", role: .length, "Epochs from the base rate to eta_min: half a period."),
      Parameter("eta_min", role: .floor, default: 0, "The lowest rate, the same for all param groups."),
      make: CosineAnnealingLR.init)
  }

  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
    try clock.visitState(&visitor, isClosed: false)
    try visitor.visit("T_max", &tMax)
    try visitor.visit("eta_min", &etaMin)
    if visitor.isChanging { next.epoch = .min }
  }

  // In one call with the step of the clock.
  @inline(__always)
  mutating func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
    if isInitial {
      next.epoch = .min
      return
    }
    if next.epoch != clock.epoch { guard try findRatio(&optimizer) else { return } }
    let ratio = next.ratio
    for index in clock.bases.indices { optimizer.groups[index].approach(etaMin, by: ratio) }
    prepare(epoch: clock.epoch &+ 1, after: next.wave)
  }

  /// Finds the ratio of this step where the one before has left none; `false` where the rates are written already.
  private mutating func findRatio(_ optimizer: inout Optimizer) throws(Diagnostic) -> Bool {
    let epoch = Double(clock.epoch)
    // Only a resumed scheduler that a warm-up asks without having stepped it gets here.
    if clock.steps == 1, clock.epoch > 0 {
      try writeClosedForm(epoch * .pi, to: &optimizer)
      return false
    }
    if try Python.remainder(epoch - 1 - tMax, 2 * tMax, of: "T_max") == 0 {
      for (index, base) in clock.bases.enumerated() {
        optimizer.groups[index].lr += (base - etaMin) * (1 - Libm.cos(.pi / tMax)) / 2
      }
      return false
    }
    // Many periods on, where none is prepared, the wave of the step before is still there.
    let before = next.epoch == clock.epoch &- 1 ? next.wave : wave(epoch - 1)
    next = (clock.epoch, wave(epoch), 0)
    next.ratio = try Python.quotient(next.wave, before, "1 + cos at the epoch before")
    return true
  }

  /// Makes the ratio of the next step where that is nothing but a quotient: within a period, and not after its trough.
  @inline(__always)
  private mutating func prepare(epoch: Int, after before: Double) {
    let distance = Double(epoch) - 1 - tMax
    guard distance != 0, distance.magnitude < 2 * tMax, before != 0 else { return }
    let wave = wave(Double(epoch))
    next = (epoch, wave, wave / before)
  }

  @inline(__always)
  private func wave(_ epoch: Double) -> Double { 1 + Libm.cos(.pi * epoch / tMax) }

  func writeRestart(to optimizer: inout Optimizer) throws(Diagnostic) {
    try writeClosedForm(.pi * Double(clock.epoch), to: &optimizer)
  }

  private func writeClosedForm(_ angleTimesPeriod: Double, to optimizer: inout Optimizer) throws(Diagnostic) {
    let wave = 1 + Libm.cos(try Python.quotient(angleTimesPeriod, tMax, of: "T_max"))
    for (index, base) in clock.bases.enumerated() { optimizer.groups[index].lr = etaMin + (base - etaMin) * wave / 2 }
  }

  var length: Double? { tMax }
}

extension ParamGroup {
  /// Leaves this part of the distance to a rate.
  @inline(__always)
  fileprivate mutating func approach(_ rate: Double, by ratio: Double) { lr = ratio * (lr - rate) + rate }
}
