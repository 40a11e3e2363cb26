import Diagnostics

extension Paddle {
  /// Moves a factor on the rate linearly from its start to its end, then leaves it.
  struct LinearLR: Rule {
    private let start: Double
    private let end: Double
    private let total: Double

    static let kind = Kind(
      "LinearLR", short: "linear", .paddle,
      "Multiplies the rate by a factor that changes linearly from start_factor to end_factor.",
      formula: "lr(0) = base·s, lr(t) = lr(t − 1)·(1 + (e − s)/(N·s + (t − 1)·(e − s))) up to t = N = total_steps",
      differs: "torch's LinearLR; total_steps must be given, and be above 0.",
      source: "paddle.optimizer.lr.LinearLR, 3.3.1",
      example: #"{"total_steps": 10, "start_factor": 0.1}"#
    ) {
      Declaration(
        Parameter(
          "total_steps", role: .length, in: .above(0, atMost: 1e12), "Steps from the first factor to the last."),
        Parameter("start_factor", default: 1.0 / 3, in: .above(0, atMost: 1), "The factor at the first step."),
        Parameter("end_factor", default: 1, in: .between(0, 1), "The factor from total_steps on."),
        and: Paddle.start()
      ) { (context, total, start, end) throws(Diagnostic) in
        RuleScheduler(LinearLR(start: start, end: end, total: total), context)
      }
    }

    func rate(at epoch: Int, base: Double, last: Double) throws(Diagnostic) -> Double {
      let epoch = Double(epoch)
      if epoch == 0 { return base * start }
      if epoch > total { return last }
      let before = total * start + (epoch - 1) * (end - start)
      return last * (1 + (try Python.quotient(end - start, before, "the factor before")))
    }

    var length: Double? { total }
  }
}
