import Diagnostics

/// Multiplies the rate by γ every S epochs.
///
/// lr(t) = lr(t−1)·γ where S divides t > 0, else lr(t−1). Source: `torch.optim.lr_scheduler.StepLR`.
struct StepLR: Recurrence {
  var stepSize: Double
  var gamma: Double

  static let kind = Kind(
    "StepLR", short: "step", .torch,
    "Multiplies the rate by gamma every step_size epochs.",
    formula: "lr(t) = lr(t−1)·gamma where step_size divides t > 0, else lr(t−1)",
    differs: "The drop is in force in epoch step_size itself.",
    source: "torch.optim.lr_scheduler.StepLR, 2.15",
    example: #"{"step_size": 30}"#
  ) {
    Declaration(
      recurrence: Parameter("step_size", role: .period, "Epochs between drops."),
      Parameter("gamma", role: .factor, default: 0.1, "The factor of each drop."),
      make: StepLR.init)
  }

  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
    try visitor.visit("step_size", &stepSize)
    try visitor.visit("gamma", &gamma)
  }

  func next(_ rate: Double, base: Double, at moment: Moment) throws(Diagnostic) -> Double {
    if moment.epoch == 0 { return rate }
    return try Python.remainder(Double(moment.epoch), stepSize, of: "step_size") == 0 ? rate * gamma : rate
  }

  func restart(_ rate: Double, base: Double, at moment: Moment) throws(Diagnostic) -> Double {
    let drops = try Python.floorQuotient(Double(moment.epoch), stepSize, of: "step_size")
    return base * (try Python.power(gamma, drops))
  }

  var motion: Motion { .jumps }
}
