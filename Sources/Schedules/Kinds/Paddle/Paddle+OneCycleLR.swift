import Diagnostics

extension Paddle {
  /// Rises to a peak and falls to a last rate, in two phases or three.
  struct OneCycleLR: Rule {
    private let peak: Double
    private let total: Int
    private let initial: Double
    private let end: Double
    private let phasing: OneCyclePhases

    static let kind = Kind(
      "OneCycleLR", short: "onecycle", .paddle,
      "One cycle: rises to max_learning_rate, then falls to end_learning_rate.",
      formula: """
        phases end at E₁ = phase_pct·N − 1, (E₂ = 2·phase_pct·N − 2,) N − 1, N = total_steps;
        max/divide_factor → max (→ max/divide_factor) → end_learning_rate
        """,
      differs: """
        torch's OneCycleLR without momentum, and the last rate is end_learning_rate itself, not a part of the first. Step N \
        swings back, and N + 1 is refused.
        """,
      source: "paddle.optimizer.lr.OneCycleLR, 3.3.1",
      example: #"{"max_learning_rate": 0.1, "total_steps": 50}"#
    ) {
      Declaration(
        Parameter("max_learning_rate", role: .peak, in: .atLeast(0), "The peak."),
        Parameter("total_steps", role: .length, in: .between(1, 1e12), "Steps of the whole cycle."),
        Parameter("divide_factor", default: 25, "The first rate is max_learning_rate / divide_factor."),
        Parameter("end_learning_rate", role: .floor, default: 0.0001, in: .atLeast(0), "The last rate."),
        Parameter(
          "phase_pct", default: PythonFloat(value: 0.3), in: .between(0, 1), "The fraction of the cycle that rises."),
        Parameter("anneal_strategy", default: AnnealingStrategy.cos, "Cosine or linear annealing."),
        Parameter("three_phase", default: false, "Whether the rate returns to the first one before it falls below it."),
        and: resumption
      ) { (start, peak, total, divisor, end, part, strategy, isThreePhase) throws(Diagnostic) in
        if isThreePhase, part.value >= 0.5 {
          throw Diagnostic(.value, "“phase_pct” must be less than 0.5 when there are three phases", of: "phase_pct")
        }
        let initial = try Python.quotient(peak, divisor, "divide_factor", code: .value)
        if initial < 0 { throw Diagnostic(.value, "“divide_factor” must not be negative", of: "divide_factor") }
        return RuleScheduler(
          OneCycleLR(
            peak: peak, total: total, initial: initial, end: end,
            phasing: OneCyclePhases(start: part.value, strategy: strategy, isThreePhase: isThreePhase)), start)
      }
    }

    func base(_ rate: Double) throws(Diagnostic) -> Double { initial }

    func rate(at epoch: Int, base: Double, last: Double) throws(Diagnostic) -> Double {
      guard epoch <= total else {
        throw Diagnostic(
          .run, "stepped \(epoch) times, but total_steps is \(total)", hint: "shorten the run, or lengthen the schedule"
        )
      }
      return try phasing.place(of: Double(epoch), in: Double(total)).value(initial: initial, max: peak, min: end)
    }

    var length: Double? { Double(total) }
  }
}
