import Diagnostics

/// Multiplies the rate by a factor until N epochs have passed.
///
/// lr(0) = lr·f, lr(N) = lr(N−1)·(1/f). With N = 0 the factor is never taken back.
/// Source: `torch.optim.lr_scheduler.ConstantLR`.
struct ConstantLR: Recurrence {
  var factor: Double
  var totalIters: Double

  static let kind = Kind(
    "ConstantLR", short: "constant", .torch,
    "Multiplies the rate by a constant factor for total_iters epochs.",
    formula: "lr(t) = b·factor while t < total_iters, then b",
    differs: "With total_iters 0 the factor is never taken back.",
    source: "torch.optim.lr_scheduler.ConstantLR, 2.15",
    example: #"{"factor": 0.5, "total_iters": 10}"#
  ) {
    Declaration(
      recurrence: Parameter("factor", role: .released, default: 1.0 / 3, in: .between(0, 1), "The factor."),
      Parameter("total_iters", role: .length, default: 5, "Epochs until the factor is removed."),
      make: ConstantLR.init)
  }

  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
    try visitor.visit("factor", &factor)
    try visitor.visit("total_iters", &totalIters)
  }

  func next(_ rate: Double, base: Double, at moment: Moment) throws(Diagnostic) -> Double {
    if moment.epoch == 0 { return rate * factor }
    if Double(moment.epoch) != totalIters { return rate }
    return rate * (try Python.quotient(1, factor, of: "factor"))
  }

  func restart(_ rate: Double, base: Double, at moment: Moment) throws(Diagnostic) -> Double {
    base * (factor + (Double(moment.epoch) >= totalIters ? 1 : 0) * (1 - factor))
  }

  var length: Double? { totalIters }
  var motion: Motion { .jumps }
}
