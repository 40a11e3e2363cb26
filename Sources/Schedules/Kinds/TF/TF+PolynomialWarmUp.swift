import Diagnostics
import Text

extension TF {
  /// Rises along a power to what a schedule has at the end of the warm-up, then follows the schedule.
  ///
  /// lr(t) = after(W)·(max(t, 1)/W)ᴾ up to W, then after(t).
  /// Source: `official.modeling.optimization.PolynomialWarmUp` of the TensorFlow Model Garden.
  struct PolynomialWarmUp: CountedRule {
    private var target: Target
    private let steps: Double
    private let power: Double

    init(after: Either<Double, Child>, steps: Double, power: Double) throws(Diagnostic) {
      target = try Target(after)
      self.steps = steps
      self.power = power
    }

    static let kind = Kind(
      "PolynomialWarmUp", .tf,
      "Rises along a power to what a schedule has at the end of the warm-up, then follows it.",
      formula: "lr(t) = after(W)·(max(t, 1)/W)^power up to W = warmup_steps, then after(t)",
      differs: """
        Steps 0 and 1 have the same rate, so that none is zero. The schedule is not shifted: at warmup_steps it is where it \
        would be without a warm-up.
        """,
      source: "`official.modeling.optimization.PolynomialWarmUp` of the TensorFlow Model Garden.",
      example: """
        {"after_warmup_lr_sched": {"type": "keras.PolynomialDecay", "initial_learning_rate": 0.1, "decay_steps": 90}, \
        "warmup_steps": 10}
        """
    ) {
      Declaration(
        rule: Parameter("after_warmup_lr_sched", "What is warmed up to: a schedule, or a rate."),
        Parameter("warmup_steps", "Steps of the warm-up."),
        Parameter("power", default: 1, "The power; 1 is a straight line."),
        TF.name,
        make: { (after, steps, power, _) throws(Diagnostic) in
          try PolynomialWarmUp(after: after, steps: steps, power: power)
        })
    }

    mutating func adopt(_ run: RunLength) { target.adopt(run) }
    mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) { try target.prepare(&optimizer) }

    func rate(atCount count: Double, base: Double, group: Int) throws(Diagnostic) -> Double {
      guard count < steps else { return try target.rate(at: count, base: base, group: group) }
      let passed = Libm.pow(max(count, 1) / steps, power)
      return try target.rate(at: steps, base: base, group: group) * passed
    }

    var length: Double? { target.length ?? (steps > 0 ? (1.5 * steps).rounded(.up) : nil) }
    var phases: [Phase] { target.phases(behind: steps) }
  }
}
