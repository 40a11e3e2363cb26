import Diagnostics
import Text

extension Darknet {
  /// Burns in, and falls to zero along a power of what is left.
  struct Poly: Policy {
    static let kind = Kind(
      "poly", .darknet, "Burns in, and falls to zero along a power of what is left.",
      formula: "lr(i) = b·(1 − i/max_batches)^power; before it a warm-up, the burn-in, b·(i/burn_in)^power",
      differs: """
        One power, 4 unless given, is the burn-in's and the fall's. The fall is counted from batch 0, so the burn-in does \
        not reach the base rate, and zero is at batch max_batches.
        """,
      source: "policy=poly of AlexeyAB/darknet, 59596d7",
      example: #"{"power": 2, "burn_in": 5, "max_batches": 60}"#
    ) {
      Declaration(and: Net.parameters) { (net) throws(Diagnostic) in Ruled(Trained(Poly(), in: net)) }
    }

    func rate(at batch: Int, from base: Double, in net: Net) throws(Diagnostic) -> Double {
      base * Libm.pow(1 - Double(batch) / (try net.total()), net.power)
    }

    func note(in stretches: inout Stretches, from start: Double, in net: Net) { stretches.begin("poly", at: start) }
  }
}
