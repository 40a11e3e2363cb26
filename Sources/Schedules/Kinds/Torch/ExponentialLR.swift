import Diagnostics

/// Multiplies the rate by γ at every epoch.
///
/// lr(t) = lr(t−1)·γ. Source: `torch.optim.lr_scheduler.ExponentialLR`.
struct ExponentialLR: Recurrence {
  var gamma: Double

  static let kind = Kind(
    "ExponentialLR", short: "exponential", .torch,
    "Multiplies the rate by gamma every epoch.",
    formula: "lr(t) = lr(t−1)·gamma",
    differs: "It has no end.",
    source: "torch.optim.lr_scheduler.ExponentialLR, 2.15",
    example: #"{"gamma": 0.95}"#
  ) {
    Declaration(
      recurrence: Parameter("gamma", role: .factor, "The factor of each epoch."),
      make: ExponentialLR.init)
  }

  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
    try visitor.visit("gamma", &gamma)
  }

  func next(_ rate: Double, base: Double, at moment: Moment) throws(Diagnostic) -> Double {
    moment.isInitial ? rate : rate * gamma
  }

  func restart(_ rate: Double, base: Double, at moment: Moment) throws(Diagnostic) -> Double {
    base * (try Python.power(gamma, Double(moment.epoch)))
  }
}
