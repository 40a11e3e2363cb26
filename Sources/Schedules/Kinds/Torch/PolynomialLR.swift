import Diagnostics

/// Lets the rate fall to zero in N epochs along a power of what is left.
///
/// lr(t) = lr(t−1)·((1 − t/N) / (1 − (t−1)/N))ᴾ up to t = N, then it stays.
/// Source: `torch.optim.lr_scheduler.PolynomialLR`.
struct PolynomialLR: Recurrence {
  var totalIters: Double
  var power: Double

  static let kind = Kind(
    "PolynomialLR", short: "polynomial", .torch,
    "Polynomial decay to zero.",
    formula: "lr(t) = b·(1 − min(t, N)/N)^power, N = total_iters",
    differs: "It reaches zero at t = total_iters and holds it; there is no lowest rate to give.",
    source: "torch.optim.lr_scheduler.PolynomialLR, 2.15",
    example: #"{"total_iters": 50, "power": 0.9}"#
  ) {
    Declaration(
      recurrence: Parameter("total_iters", role: .length, default: 5, "Epochs until zero."),
      Parameter("power", default: 1, "The power; 1 is linear."),
      make: PolynomialLR.init)
  }

  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
    try visitor.visit("total_iters", &totalIters)
    try visitor.visit("power", &power)
  }

  func next(_ rate: Double, base: Double, at moment: Moment) throws(Diagnostic) -> Double {
    let epoch = Double(moment.epoch)
    if moment.isInitial || epoch > totalIters { return rate }
    let left = 1 - (try Python.quotient(epoch, totalIters, of: "total_iters"))
    let before = 1 - (epoch - 1) / totalIters
    return rate * (try Python.power(try Python.quotient(left, before, "the decay"), power))
  }

  func restart(_ rate: Double, base: Double, at moment: Moment) throws(Diagnostic) -> Double {
    let passed = try Python.quotient(min(totalIters, Double(moment.epoch)), totalIters, of: "total_iters")
    return base * (try Python.power(1 - passed, power))
  }

  var length: Double? { totalIters }
}
