import Diagnostics
import Text

extension Family {
  static let optax = Family(name: "optax", title: "optax (JAX)", interval: .step) { Optax.kinds }
}

/// The schedules of optax 0.2.8, in double precision: functions of the count, which ignore the optimizer's own rate.
enum Optax {
  static let kinds: [Kind] = [
    constantSchedule, linearSchedule, polynomialSchedule, exponentialDecay, cosineDecaySchedule,
    piecewiseConstantSchedule, piecewiseInterpolateSchedule, linearOnecycleSchedule, cosineOnecycleSchedule,
    warmupConstantSchedule, warmupCosineDecaySchedule, warmupExponentialDecaySchedule, sgdrSchedule, JoinSchedules.kind,
    ReduceOnPlateau.kind,
  ]

  private static let constantSchedule = Kind(
    "constant_schedule", short: "constant", .optax,
    "Constant.",
    formula: "lr(t) = value",
    differs: "The rate itself: torch’s ConstantLR is a factor on the base rate that is taken back.",
    source: "`optax.constant_schedule`, 0.2.8.",
    example: #"{"value": 0.1}"#
  ) {
    Declaration(
      law: Parameter<Double>("value", role: .peak, "The rate."), make: { value in .absolute(.jumps) { _ in value } })
  }

  private static let linearSchedule = Kind(
    "linear_schedule", short: "linear", .optax,
    "Linear change from one rate to another.",
    formula: "lr(t) = (init_value − end_value)·(1 − c/transition_steps) + end_value, c = t − transition_begin",
    differs: """
      Rates, not factors as in torch’s LinearLR; end_value is reached at transition_begin + transition_steps and held. \
      With transition_steps ≤ 0 it stays at init_value, as in optax.
      """,
    source: "`optax.linear_schedule`, 0.2.8.",
    example: #"{"init_value": 0, "end_value": 0.1, "transition_steps": 50}"#
  ) {
    Declaration(
      law: initial, end, transitionSteps(.length, "Steps from the first rate to the last; none holds the first."),
      begin("Steps that the first rate is held."),
      make: { initial, end, steps, begin in polynomial(from: initial, to: end, in: steps, from: begin) })
  }

  private static let polynomialSchedule = Kind(
    "polynomial_schedule", short: "polynomial", .optax,
    "Polynomial decay from one rate to another.",
    formula: "lr(t) = (init_value − end_value)·(1 − c/transition_steps)^power + end_value, c = t − transition_begin",
    differs: """
      Reaches end_value at transition_begin + transition_steps and holds it; torch’s PolynomialLR falls to zero. With \
      transition_steps ≤ 0 it stays at init_value, as in optax.
      """,
    source: "`optax.polynomial_schedule`, 0.2.8.",
    example: #"{"init_value": 0.1, "end_value": 0.001, "power": 2, "transition_steps": 50}"#
  ) {
    Declaration(
      law: initial, end, Parameter("power", "The power; 1 is linear."),
      transitionSteps(.length, "Steps from the first rate to the last; none holds the first."),
      begin("Steps that the first rate is held."),
      make: { initial, end, power, steps, begin in
        polynomial(from: initial, to: end, power: power, in: steps, from: begin)
      })
  }

  /// A length that is not positive holds the initial rate, and a negative beginning is 0.
  static func polynomial(
    from initial: Double, to end: Double, power: Double = 1, in steps: Double, from given: Double = 0
  ) -> Law {
    let begin = max(0, given)
    let length = steps > 0 ? begin + steps : nil
    let phases = Phase.moving([(0, "hold"), (begin, "transition"), (length ?? 0, "hold")])
    return .absolute(length: length, phases: phases) { count in
      guard steps > 0 else { return initial }
      let passed = min(max(count - begin, 0), steps)
      return (initial - end) * Libm.pow(1 - passed / steps, power) + end
    }
  }

  private static let exponentialDecay = Kind(
    "exponential_decay", short: "exponential", .optax,
    "Multiplies the rate by decay_rate every transition_steps, smoothly or as a staircase.",
    formula: "lr(t) = init_value·decay_rate^p, p = (t − transition_begin)/transition_steps, ⌊p⌋ for a staircase",
    differs: """
      Never ends, but stops at end_value if there is one. torch’s ExponentialLR has transition_steps 1, StepLR is the \
      staircase. With transition_steps ≤ 0 or decay_rate 0 it stays at init_value, as in optax.
      """,
    source: "`optax.exponential_decay`, 0.2.8.",
    example: #"{"init_value": 0.1, "transition_steps": 10, "decay_rate": 0.5, "end_value": 0.005}"#
  ) {
    Declaration(
      law: initial,
      transitionSteps(.period, "Steps in which decay_rate is multiplied in once; none holds the first rate."),
      decayRate, begin("Steps that the first rate is held."), staircase, bound,
      make: { initial, steps, rate, begin, isStaircase, end in
        exponential(from: initial, rate, every: steps, from: begin, isStaircase, end: end)
      })
  }

  /// Bounded by the end value: below when the factor is less than 1, else above.
  static func exponential(
    from initial: Double, _ rate: Double, every steps: Double, from given: Double, _ isStaircase: Bool, end: Double?
  ) -> Law {
    let begin = max(0, given)
    return .absolute(length: steps > 0 ? begin + steps : nil, isStaircase ? .jumps : .moves) { count in
      guard steps > 0, rate != 0 else { return initial }
      let passed = count - begin
      let power = isStaircase ? (passed / steps).rounded(.down) : passed / steps
      let value = passed <= 0 ? initial : initial * Libm.pow(rate, power)
      guard let end, !value.isNaN else { return value }
      return rate < 1 ? max(value, end) : min(value, end)
    }
  }

  private static let cosineDecaySchedule = Kind(
    "cosine_decay_schedule", short: "cosine", .optax,
    "Cosine decay to alpha times the initial rate, which is held.",
    formula:
      "lr(t) = init_value·((1 − alpha)·((1 + cos πc/decay_steps)/2)^exponent + alpha), c = min(t, decay_steps)",
    differs: """
      Holds its end, where torch’s CosineAnnealingLR climbs back; alpha is a part of init_value, where eta_min is a rate.
      """,
    source: "`optax.cosine_decay_schedule`, 0.2.8; arXiv:1608.03983.",
    example: #"{"init_value": 0.1, "decay_steps": 50, "alpha": 0.01}"#
  ) {
    Declaration(
      law: initial, Parameter("decay_steps", role: .length, in: .above(0), "Steps until the end."),
      Parameter("alpha", default: 0, "The last rate as a fraction of the first."), exponent,
      make: { (initial, steps, alpha, exponent) throws(Diagnostic) in
        try cosine(from: initial, in: steps, alpha: alpha, exponent: exponent)
      })
  }

  static func cosine(from initial: Double, in steps: Double, alpha: Double, exponent: Double) throws(Diagnostic) -> Law
  {
    guard steps > 0 else {
      throw Diagnostic(.value, "“decay_steps” must be greater than 0, not \(Shown.number(steps))", of: "decay_steps")
    }
    return .absolute(length: steps) { count in
      let wave = Fall.cosine(angle: .pi * min(count, steps) / steps)
      return initial * ((1 - alpha) * Libm.pow(wave, exponent) + alpha)
    }
  }

  static let initial = Parameter<Double>("init_value", role: .start, "The first rate.")
  static let peak = Parameter<Double>("peak_value", role: .peak, "The peak.")
  static let end = Parameter<Double>("end_value", "The last rate.")
  static let exponent = Parameter("exponent", default: 1.0, "The power that bends the wave.")
  static let decayRate = Parameter<Double>("decay_rate", role: .factor, "The factor of transition_steps.")
  static let staircase = Parameter(
    "staircase", default: false, "Whether the rate drops only every transition_steps.")
  /// The rate that an exponential decay does not pass.
  static let bound = Parameter<Double?>(
    "end_value", default: nil,
    "The rate that is not passed: the lowest, or for a growing one the highest.")

  static func transitionSteps(_ role: Role, _ help: String) -> Parameter<Double> {
    Parameter("transition_steps", role: role, help)
  }

  static func begin(_ help: String) -> Parameter<Double> {
    Parameter("transition_begin", role: .hold, default: 0, help)
  }
}
