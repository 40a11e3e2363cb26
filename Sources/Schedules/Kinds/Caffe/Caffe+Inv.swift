import Diagnostics
import Text

extension Caffe {
  /// Falls along an inverse power of the iteration.
  struct Inv: Policy {
    let gamma: Double
    let power: Double

    static let kind = Kind(
      "inv", .caffe, "Falls along an inverse power of the iteration.",
      formula: "lr(t) = b·(1 + gamma·t)^(−power)",
      differs: "With power 1 an inverse time decay; LeNet on MNIST had 0.75. It never reaches zero.",
      source: "lr_policy: \"inv\" of BVLC/caffe, 9b89154",
      example: #"{"gamma": 0.05, "power": 0.75, "max_iter": 100}"#
    ) {
      Declaration(
        gammaParameter("How fast it falls."), Parameter("power", "The power of the fall."), and: maxIter
      ) { (maxIter, gamma, power) throws(Diagnostic) in
        Ruled(Solved(Inv(gamma: gamma, power: power), maxIter: maxIter))
      }
    }

    func rate(at iteration: Int, from base: Double, of total: Int?) -> Double {
      base * Libm.pow(1 + gamma * Double(iteration), -power)
    }

  }
}
