import Diagnostics
import Text

/// The warm-ups of the TensorFlow Model Garden, each in front of a schedule that does not wait for it.
extension TF {
  static let linearWarmup = Kind(
    "LinearWarmup", .tf,
    "Linear warm-up to the rate of a schedule, which is then followed.",
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
      target, warmupSteps, Parameter<Double>("warmup_learning_rate", role: .start, "The first rate."), name
    ) { (after, steps, start, _) throws(Diagnostic) in
      try warmUp(to: after, over: steps) { count, end in start + count / steps * (end - start) }
    }
  }

  static let polynomialWarmUp = Kind(
    "PolynomialWarmUp", .tf,
    "Polynomial warm-up to the rate of a schedule, which is then followed.",
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
      target, warmupSteps, Parameter<Double>("power", default: 1, "The power; 1 is linear."), name
    ) { (after, steps, power, _) throws(Diagnostic) in
      try warmUp(to: after, over: steps) { count, end in end * Libm.pow(max(count, 1) / steps, power) }
    }
  }

  private static let target = Parameter<Either<Double, Child>>(
    "after_warmup_lr_sched", "What is warmed up to: a schedule, or a rate.")
  private static let warmupSteps = Parameter<Double>("warmup_steps", role: .warmup, "Steps of the warm-up.")

  /// A rise to what a rate, or a schedule that is a function of the step, has at the end of it.
  private static func warmUp(
    to after: Either<Double, Child>, over steps: Double,
    _ rise: @escaping @Sendable (_ count: Double, _ end: Double) -> Double
  ) throws(Diagnostic) -> LawScheduler {
    let length = steps > 0 ? (1.5 * steps).rounded(.up) : nil
    switch after {
    case .first(let rate):
      let phases = Phase.moving([(0, "warm-up"), (steps, "constant")])
      return LawScheduler(
        .absolute(length: length, phases: phases) { count in count < steps ? rise(count, rate) : rate })
    case .second(let child):
      let node = child.node
      guard let function = node.scheduler as? LawScheduler else {
        throw Diagnostic(
          .value, "a warm-up leads to a function of the step, and \(node.name) has a memory", at: node.range,
          hint: "GradualWarmupScheduler and SequentialLR take it")
      }
      return try LawScheduler { (context) throws(Diagnostic) in
        let target = try function.law(in: context)
        // The schedule has been running all the while.
        let phases =
          Phase.moving([(0, "warm-up"), (steps, "after")]) + node.phases.filter { Double($0.start) > steps }
        return .counted(length: target.length ?? length, phases: phases) { (count, base) throws(Diagnostic) in
          guard count < steps else { return try target.rate(near: count, base: base) }
          return rise(count, try target.rate(near: steps, base: base))
        }
      }
    }
  }
}
