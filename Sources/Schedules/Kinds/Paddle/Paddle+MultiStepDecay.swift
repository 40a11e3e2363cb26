import Diagnostics

extension Paddle {
  /// Multiplies the rate by γ at each milestone.
  struct MultiStepDecay: Rule {
    private let milestones: [Double]
    private let gamma: Double

    private init(milestones: [Double], gamma: Double) throws(Diagnostic) {
      self.milestones = milestones
      self.gamma = gamma
      if zip(milestones, milestones.dropFirst()).contains(where: { $0 >= $1 }) {
        throw Diagnostic(.value, "each of “milestones” must be later than the one before", of: "milestones")
      }
    }

    static let kind = Kind(
      "MultiStepDecay", short: "multistep", .paddle, "Multiplies the rate by gamma at each milestone.",
      formula: "lr(t) = learning_rate·gammaⁿ, n the number of milestones ≤ t",
      differs: "torch's MultiStepLR from the base rate; milestones must increase, and gamma must be below 1.",
      source: "paddle.optimizer.lr.MultiStepDecay, 3.3.1",
      example: #"{"milestones": [10, 30]}"#
    ) {
      Declaration(
        Parameter<[Double]>("milestones", role: .milestones, "Steps at which the rate drops."),
        Parameter("gamma", role: .factor, default: 0.1, in: .below(1), "The factor of each drop."), and: start()
      ) { (start, milestones, gamma) throws(Diagnostic) in
        RuleScheduler(try MultiStepDecay(milestones: milestones, gamma: gamma), start)
      }
    }

    func rate(at epoch: Int, base: Double, last: Double) throws(Diagnostic) -> Double {
      let drops = milestones.firstIndex { Double(epoch) < $0 } ?? milestones.count
      return base * (try Python.power(gamma, Double(drops)))
    }

    /// Half as long again as the last milestone, so that the last phase is seen.
    var length: Double? { milestones.last.map { max(1, (1.5 * $0).rounded(.up)) } }
    var motion: Motion { .jumps }
  }
}
