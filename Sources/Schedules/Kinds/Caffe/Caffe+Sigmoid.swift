import Diagnostics
import Text

extension Caffe {
  /// Rises along an S.
  struct Sigmoid: Policy {
    let gamma: Double
    let stepsize: Int

    static let kind = Kind(
      "sigmoid", .caffe, "Rises along an S whose middle is at stepsize.",
      formula: "lr(t) = b/(1 + e^(−gamma·(t − stepsize)))",
      differs: "It rises, though Caffe calls it a decay, for gamma must not be negative; Darknet's falls.",
      source: "lr_policy: \"sigmoid\" of BVLC/caffe, 9b89154",
      example: #"{"gamma": 0.15, "stepsize": 30, "max_iter": 60}"#
    ) {
      Declaration(
        gammaParameter("How steep it is."),
        Parameter("stepsize", in: .between(1, 1e12), "The iteration of half the rate."), and: maxIter
      ) { (maxIter, gamma, stepsize) throws(Diagnostic) in
        Ruled(Solved(Sigmoid(gamma: gamma, stepsize: stepsize), maxIter: maxIter))
      }
    }

    func rate(at iteration: Int, from base: Double, of total: Int?) -> Double {
      base * (1 / (1 + Libm.exp(-gamma * (Double(iteration) - Double(stepsize)))))
    }

    /// As far behind the middle as before it.
    var length: Double? { 2 * Double(stepsize) }
  }
}
