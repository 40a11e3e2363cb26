import Diagnostics

extension Paddle {
  /// Decays with the inverse of time.
  struct InverseTimeDecay: Rule {
    private let gamma: Double

    static let kind = Kind(
      "InverseTimeDecay", short: "inverse-time", .paddle, "Inverse-time decay.",
      formula: "lr(t) = learning_rate/(1 + gamma·t)",
      differs: "Keras's InverseTimeDecay with decay_steps 1. There is no end.",
      source: "paddle.optimizer.lr.InverseTimeDecay, 3.3.1",
      example: #"{"gamma": 0.1}"#
    ) {
      Declaration(Parameter("gamma", "How fast it decays."), and: start()) {
        (start, gamma) throws(Diagnostic) in RuleScheduler(InverseTimeDecay(gamma: gamma), start)
      }
    }

    func rate(at epoch: Int, base: Double, last: Double) throws(Diagnostic) -> Double {
      try Python.quotient(base, 1 + gamma * Double(epoch), "1 + gamma·t")
    }
  }
}
