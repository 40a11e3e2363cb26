import Diagnostics

extension Paddle {
  /// Multiplies the rate by γ every `step_size` steps.
  struct StepDecay: Rule {
    private let size: Int
    private let gamma: Double

    static let kind = Kind(
      "StepDecay", short: "step", .paddle, "Multiplies the rate by gamma every step_size steps.",
      formula: "lr(t) = learning_rate·gamma^(t // step_size)",
      differs: "torch's StepLR from the base rate; gamma must be below 1.",
      source: "paddle.optimizer.lr.StepDecay, 3.3.1",
      example: #"{"step_size": 10}"#
    ) {
      Declaration(
        Parameter("step_size", role: .period, in: .between(1, 1e12), "Steps between drops."),
        Parameter("gamma", role: .factor, default: 0.1, in: .below(1), "The factor of each drop."), and: start()
      ) { (start, size, gamma) throws(Diagnostic) in RuleScheduler(StepDecay(size: size, gamma: gamma), start) }
    }

    func rate(at epoch: Int, base: Double, last: Double) throws(Diagnostic) -> Double {
      base * (try Python.power(gamma, Double(epoch / size)))
    }

    /// Five phases.
    var length: Double? { 5 * Double(size) }
    var motion: Motion { .jumps }
  }
}
