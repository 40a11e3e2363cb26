import Diagnostics

extension Composer {
  /// Multiplies the rate by gamma again and again, after equal times.
  struct StepScheduler: Factor {
    private let time: Time
    private let gamma: Double
    private var size = 0.0

    private init(time: Time, gamma: Double) {
      self.time = time
      self.gamma = gamma
    }

    static let kind = Kind(
      "StepScheduler", short: "step", .composer, "Multiplies the rate by gamma each step_size.",
      formula: "lr = base·gamma^⌊t/step_size⌋, t = max(0, batch − 1)",
      differs:
        "step_size is a time, and a drop comes one batch after it: the trainer steps its schedules before it counts.",
      source: "composer.optim.scheduler.StepScheduler, 0.32.1",
      example: #"{"step_size": "30ep"}"#
    ) {
      Declaration(
        Parameter<Time>("step_size", "The time between two drops."),
        Parameter("gamma", default: 0.1, "The factor of each drop."), and: ratio
      ) { (ratio, time, gamma) throws(Diagnostic) in
        Ruled(Factored(StepScheduler(time: time, gamma: gamma), ratio: ratio))
      }
    }

    mutating func settle(in training: Training) throws(Diagnostic) { size = try training.batches(time) }

    func value(at now: Double) throws(Diagnostic) -> Double {
      try Python.power(gamma, try Python.quotient(now, size, "step_size").rounded(.towardZero))
    }

    var motion: Motion { .jumps }
  }
}
