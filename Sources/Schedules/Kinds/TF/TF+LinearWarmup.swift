import Diagnostics

extension TF {
  /// Rises linearly to what a schedule has at the end of the warm-up, then follows the schedule.
  ///
  /// lr(t) = w + t/W·(after(W) − w) up to W, then after(t): the schedule does not wait for the warm-up.
  /// Source: `official.modeling.optimization.LinearWarmup` of the TensorFlow Model Garden.
  struct LinearWarmup: CountedRule {
    private var target: Target
    private let steps: Double
    private let start: Double

    init(after: Either<Double, Child>, steps: Double, start: Double) throws(Diagnostic) {
      target = try Target(after)
      self.steps = steps
      self.start = start
    }

    static let kind = Kind(
      "LinearWarmup", .tf,
      "Rises linearly to what a schedule has at the end of the warm-up, then follows it.",
      formula: "lr(t) = w + t/W·(after(W) − w) up to W = warmup_steps, then after(t); w = warmup_learning_rate",
      differs: """
        The schedule is not shifted: at warmup_steps it is where it would be without a warm-up, unlike in SequentialLR and \
        optax’s join_schedules.
        """,
      source: "`official.modeling.optimization.LinearWarmup` of the TensorFlow Model Garden.",
      example: """
        {"after_warmup_lr_sched": {"type": "keras.CosineDecay", "initial_learning_rate": 0.1, "decay_steps": 90}, \
        "warmup_steps": 10, "warmup_learning_rate": 0}
        """
    ) {
      Declaration(
        rule: Parameter("after_warmup_lr_sched", "What is warmed up to: a schedule, or a rate."),
        Parameter("warmup_steps", "Steps of the warm-up."),
        Parameter("warmup_learning_rate", "The first rate."),
        TF.name,
        make: { (after, steps, start, _) throws(Diagnostic) in
          try LinearWarmup(after: after, steps: steps, start: start)
        })
    }

    mutating func adopt(_ run: RunLength) { target.adopt(run) }
    mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) { try target.prepare(&optimizer) }

    func rate(atCount count: Double, base: Double, group: Int) throws(Diagnostic) -> Double {
      guard count < steps else { return try target.rate(at: count, base: base, group: group) }
      return start + count / steps * (try target.rate(at: steps, base: base, group: group) - start)
    }

    var length: Double? { target.length ?? (steps > 0 ? (1.5 * steps).rounded(.up) : nil) }
    var phases: [Phase] { target.phases(behind: steps) }
  }
}
