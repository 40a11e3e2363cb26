import Diagnostics
import Text

extension Caffe {
  /// Multiplies the rate every so many iterations.
  struct Step: Policy {
    let gamma: Double
    let stepsize: Int

    static let kind = Kind(
      "step", .caffe, "Multiplies the rate by gamma every stepsize iterations.",
      formula: "lr(t) = b·gamma^⌊t/stepsize⌋",
      differs: "As torch's StepLR, by the power and not step by step.",
      source: "lr_policy: \"step\" of BVLC/caffe, 9b89154",
      example: #"{"gamma": 0.1, "stepsize": 20, "max_iter": 60}"#
    ) {
      Declaration(
        gammaParameter("The factor of each drop."),
        Parameter("stepsize", in: .between(1, 1e12), "Iterations from one drop to the next."), and: maxIter
      ) { (maxIter, gamma, stepsize) throws(Diagnostic) in
        Ruled(Solved(Step(gamma: gamma, stepsize: stepsize), maxIter: maxIter))
      }
    }

    func rate(at iteration: Int, from base: Double, of total: Int?) -> Double {
      base * Libm.pow(gamma, Double(iteration / stepsize))
    }

    var motion: Motion { .jumps }
    /// Four drops.
    var length: Double? { 5 * Double(stepsize) }
  }
}
