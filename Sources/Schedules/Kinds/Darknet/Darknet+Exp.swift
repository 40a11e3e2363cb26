import Diagnostics
import Text

extension Darknet {
  /// Burns in, and multiplies the rate every batch.
  struct Exp: Policy {
    let gamma: Double

    static let kind = Kind(
      "exp", .darknet, "Burns in, and decays by gamma every batch.",
      formula: "lr(i) = b·gamma^i; before it the burn-in, a warm-up",
      differs:
        "Decay is counted from batch 0, so the burn-in does not reach the base rate. Row t is Darknet's batch t; its first update is batch 1.",
      source: "policy=exp of AlexeyAB/darknet, 59596d7",
      example: #"{"gamma": 0.95, "burn_in": 10, "max_batches": 60}"#
    ) {
      Declaration(Parameter("gamma", default: 1, "The factor of each batch."), and: Net.parameters) {
        (net, gamma) throws(Diagnostic) in Ruled(Trained(Exp(gamma: gamma), in: net))
      }
    }

    func rate(at batch: Int, from base: Double, in net: Net) -> Double { base * Libm.pow(gamma, Double(batch)) }

    func note(in stretches: inout Stretches, from start: Double, in net: Net) { stretches.begin("decay", at: start) }
  }
}
