import Diagnostics

extension Caffe {
  /// Stays at the base rate.
  struct Fixed: Policy {

    static let kind = Kind(
      "fixed", .caffe, "Stays at the base rate.",
      formula: "lr(t) = b",
      differs: "As no scheduler at all.",
      source: "lr_policy: \"fixed\" of BVLC/caffe, 9b89154",
      example: #"{"max_iter": 50}"#
    ) {
      Declaration(and: maxIter) { (maxIter) throws(Diagnostic) in
        Ruled(Solved(Fixed(), maxIter: maxIter))
      }
    }

    func rate(at iteration: Int, from base: Double, of total: Int?) -> Double { base }

    var motion: Motion { .jumps }
  }
}
