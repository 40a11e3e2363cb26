import Diagnostics
import Text

extension Caffe {
  /// Multiplies the rate every iteration.
  struct Exp: Policy {
    let gamma: Double

    static let kind = Kind(
      "exp", .caffe, "Decays by gamma every iteration.",
      formula: "lr(t) = b·gamma^t",
      differs: "As torch's ExponentialLR, by the power and not step by step.",
      source: "lr_policy: \"exp\" of BVLC/caffe, 9b89154",
      example: #"{"gamma": 0.95, "max_iter": 60}"#
    ) {
      Declaration(gammaParameter("The factor of each iteration."), and: maxIter) {
        (maxIter, gamma) throws(Diagnostic) in
        Ruled(Solved(Exp(gamma: gamma), maxIter: maxIter))
      }
    }

    func rate(at iteration: Int, from base: Double, of total: Int?) -> Double {
      base * Libm.pow(gamma, Double(iteration))
    }

  }
}
