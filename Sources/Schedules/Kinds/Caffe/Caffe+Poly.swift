import Diagnostics
import Text

extension Caffe {
  /// Falls to zero along a power of what is left.
  struct Poly: Policy {
    let power: Double

    static let kind = Kind(
      "poly", .caffe, "Falls to zero along a power of what is left.",
      formula: "lr(t) = b·(1 − t/max_iter)^power",
      differs:
        "The last iteration, max_iter − 1, is one short of zero. Behind max_iter torch's PolynomialLR holds zero; here the formula goes on, and fails with most powers.",
      source: "lr_policy: \"poly\" of BVLC/caffe, 9b89154",
      example: #"{"power": 0.9, "max_iter": 60}"#
    ) {
      Declaration(Parameter("power", "The power of the fall; 1 is a straight line."), and: maxIter) {
        (maxIter, power) throws(Diagnostic) in
        Ruled(Solved(Poly(power: power), maxIter: maxIter))
      }
    }

    func rate(at iteration: Int, from base: Double, of total: Int?) throws(Diagnostic) -> Double {
      guard let total else { throw Diagnostic(.param, "“max_iter” is not given, and no run tells it") }
      return base * Libm.pow(1 - Double(iteration) / Double(total), power)
    }

  }
}
