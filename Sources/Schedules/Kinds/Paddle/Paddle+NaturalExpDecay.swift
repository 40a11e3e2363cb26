import Diagnostics
import Text

extension Paddle {
  /// Decays with a natural exponential.
  struct NaturalExpDecay: Rule {
    private let gamma: Double

    static let kind = Kind(
      "NaturalExpDecay", short: "natural-exp", .paddle, "Natural exponential decay.",
      formula: "lr(t) = learning_rate·exp(−gamma·t)",
      differs: "torch's ExponentialLR with e^−gamma for its gamma. There is no end.",
      source: "paddle.optimizer.lr.NaturalExpDecay, 3.3.1",
      example: #"{"gamma": 0.05}"#
    ) {
      Declaration(Parameter("gamma", in: .above(0), "How fast it decays."), and: start()) {
        (start, gamma) throws(Diagnostic) in RuleScheduler(NaturalExpDecay(gamma: gamma), start)
      }
    }

    func rate(at epoch: Int, base: Double, last: Double) throws(Diagnostic) -> Double {
      base * Libm.exp(-1 * gamma * Double(epoch))
    }
  }
}
