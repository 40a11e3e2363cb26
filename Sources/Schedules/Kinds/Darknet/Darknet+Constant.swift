import Diagnostics

extension Darknet {
  /// Burns in, and stays at the base rate.
  struct Constant: Policy {
    static let kind = Kind(
      "constant", .darknet, "Burns in, and stays at the base rate.",
      formula: "lr(i) = b·(i/burn_in)^power for i < burn_in, then b",
      differs:
        "The warm-up begins at 0 and rises along a fourth power unless power says otherwise. Row t is Darknet's batch t; its first update is batch 1.",
      source: "policy=constant of AlexeyAB/darknet, 59596d7",
      example: #"{"burn_in": 20, "max_batches": 60}"#
    ) {
      Declaration(and: Net.parameters) { (net) throws(Diagnostic) in Ruled(Trained(Constant(), in: net)) }
    }

    func rate(at batch: Int, from base: Double, in net: Net) -> Double { base }

    var motion: Motion { .jumps }

    func note(in stretches: inout Stretches, from start: Double, in net: Net) {
      stretches.begin("constant", at: start, .jumps)
    }
  }
}
