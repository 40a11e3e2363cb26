import Diagnostics

extension Paddle {
  /// Multiplies the rate by γ every step.
  struct ExponentialDecay: Rule {
    private let gamma: Double

    static let kind = Kind(
      "ExponentialDecay", short: "exponential", .paddle, "Multiplies the rate by gamma every step.",
      formula: "lr(t) = learning_rate·gammaᵗ",
      differs: "torch's ExponentialLR from the base rate, so its last digits are better; gamma must be below 1.",
      source: "paddle.optimizer.lr.ExponentialDecay, 3.3.1",
      example: #"{"gamma": 0.95}"#
    ) {
      let gamma = Parameter<Double>("gamma", role: .factor, in: .above(0), "The factor of each step.")
      return Declaration(gamma, and: start()) { (start, gamma) throws(Diagnostic) in
        if gamma >= 1 { throw Diagnostic(.value, "“gamma” must be less than 1, not \(gamma)", of: "gamma") }
        return RuleScheduler(ExponentialDecay(gamma: gamma), start)
      }
    }

    func rate(at epoch: Int, base: Double, last: Double) throws(Diagnostic) -> Double {
      base * (try Python.power(gamma, Double(epoch)))
    }
  }
}
