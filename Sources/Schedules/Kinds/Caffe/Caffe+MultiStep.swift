import Diagnostics
import Text

extension Caffe {
  /// Multiplies the rate at each of some iterations.
  struct MultiStep: Policy {
    private let gamma: Double
    /// The iteration of each drop, in order.
    private let drops: [Double]

    /// Drops come one an iteration: one that is due with another, or before it, waits.
    private init(gamma: Double, stepvalue: [Int]) {
      self.gamma = gamma
      var drops: [Double] = []
      for value in stepvalue { drops.append(max(Double(value), drops.last.map { $0 + 1 } ?? 0)) }
      self.drops = drops
    }

    static let kind = Kind(
      "multistep", .caffe, "Multiplies the rate by gamma at each stepvalue.",
      formula: "lr(t) = b·gammaⁿ, n the number of stepvalue ≤ t",
      differs: """
        As torch's MultiStepLR while the values increase. Of equal ones, or of one that comes too early in the list, the \
        second waits for an iteration, where torch multiplies twice at once.
        """,
      source: "lr_policy: \"multistep\" of BVLC/caffe, 9b89154",
      example: #"{"gamma": 0.1, "stepvalue": [30, 50], "max_iter": 60}"#
    ) {
      Declaration(
        gammaParameter("The factor of each drop."),
        Parameter<[Int]>("stepvalue", in: .between(-1e12, 1e12), "The iterations at which it drops, in order."),
        and: maxIter
      ) { (maxIter, gamma, stepvalue) throws(Diagnostic) in
        Ruled(Solved(MultiStep(gamma: gamma, stepvalue: stepvalue), maxIter: maxIter))
      }
    }

    func rate(at iteration: Int, from base: Double, of total: Int?) -> Double {
      base * Libm.pow(gamma, Double(Python.bisect(drops, Double(iteration))))
    }

    var motion: Motion { .jumps }
    /// Half as long again as the last drop, so that the last stretch is seen.
    var length: Double? { drops.last.map { max(1, (1.5 * $0).rounded(.up)) } }

    var phases: [Phase] {
      var stretches = Stretches()
      for (index, start) in ([0] + drops).prefix(Stretches.most).enumerated() {
        stretches.begin("step \(index + 1)", at: start, .jumps)
      }
      return stretches.phases
    }
  }
}
