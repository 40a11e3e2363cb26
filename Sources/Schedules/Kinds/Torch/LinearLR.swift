import Diagnostics

/// Moves a factor on the rate linearly from s to e in N epochs, then leaves it.
///
/// lr(0) = lr·s, lr(t) = lr(t−1)·(1 + (e−s) / (N·s + (t−1)·(e−s))) up to t = N.
/// Source: `torch.optim.lr_scheduler.LinearLR`.
struct LinearLR: Recurrence {
  var start: Double
  var end: Double
  var totalIters: Double

  static let kind = Kind(
    "LinearLR", short: "linear", .torch,
    "Multiplies the rate by a factor that changes linearly from start_factor to end_factor.",
    formula: "lr(t) = b·(start_factor + (end_factor − start_factor)·min(t, N)/N), N = total_iters",
    differs: "The end is reached at t = total_iters and held; with total_iters 0 the rate stays at start_factor.",
    source: "torch.optim.lr_scheduler.LinearLR, 2.15",
    example: #"{"start_factor": 0.1, "total_iters": 5}"#
  ) {
    Declaration(
      recurrence: Parameter(
        "start_factor", default: 1.0 / 3, in: .above(0, atMost: 1), "The factor at the first epoch."),
      Parameter("end_factor", default: 1, in: .between(0, 1), "The factor from total_iters on."),
      Parameter("total_iters", role: .length, default: 5, "Epochs from the first factor to the last."),
      make: LinearLR.init)
  }

  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) {
    try visitor.visit("start_factor", &start)
    try visitor.visit("end_factor", &end)
    try visitor.visit("total_iters", &totalIters)
  }

  func next(_ rate: Double, base: Double, at moment: Moment) throws(Diagnostic) -> Double {
    let epoch = Double(moment.epoch)
    if epoch == 0 { return rate * start }
    if moment.isInitial || epoch > totalIters { return rate }
    let ratio = try Python.quotient(end - start, totalIters * start + (epoch - 1) * (end - start), "the factor")
    return rate * (1 + ratio)
  }

  func restart(_ rate: Double, base: Double, at moment: Moment) throws(Diagnostic) -> Double {
    let passed = min(totalIters, Double(moment.epoch))
    return base * (start + (try Python.quotient((end - start) * passed, totalIters, of: "total_iters")))
  }

  var length: Double? { totalIters }
}
