import Diagnostics

extension Composer {
  /// Multiplies the rate by gamma at each milestone.
  struct MultiStepScheduler: Factor {
    private var milestones: Milestones

    private init(milestones: Milestones) { self.milestones = milestones }

    static let kind = Kind(
      "MultiStepScheduler", short: "multistep", .composer, "Multiplies the rate by gamma at each milestone.",
      formula: "lr = base·gammaᵏ, k = how many milestones are ≤ t = max(0, batch − 1)",
      differs:
        "Milestones are times, and a drop comes one batch after its own: the trainer steps its schedules before it counts.",
      source: "composer.optim.scheduler.MultiStepScheduler, 0.32.1",
      example: #"{"milestones": ["30ep", "60ep", "80ep"]}"#
    ) {
      Declaration(
        Parameter<[Time]>("milestones", "The times of the drops."),
        Parameter("gamma", default: 0.1, "The factor of each drop."), and: ratio
      ) { (ratio, times, gamma) throws(Diagnostic) in
        Ruled(Factored(MultiStepScheduler(milestones: Milestones(times: times, gamma: gamma)), ratio: ratio))
      }
    }

    mutating func settle(in training: Training) throws(Diagnostic) { try milestones.settle(in: training) }
    func value(at now: Double) -> Double { milestones.value(at: now) }

    var end: Time? { milestones.end }
    var motion: Motion { .jumps }
  }
}
