import Diagnostics
import Text

extension Family {
  static let keras = Family(name: "keras", title: "Keras", interval: .step, resumes: .keras) { Keras.kinds }
}

/// The schedules and callbacks of Keras 3.15, in double precision; the schedules of TensorFlow 1 are these by older names.
///
/// Every number counts as a float. Keras takes the type of `initial_learning_rate` for the whole computation, so that a
/// whole one makes it an integer's: `ExponentialDecay(1, 10, 0.5)` is 0 from step 1 on.
enum Keras {
  static let kinds: [Kind] = [
    exponentialDecay, piecewiseConstantDecay, polynomialDecay, inverseTimeDecay, cosineDecay, cosineDecayRestarts,
    ReduceLROnPlateau.kind, LearningRateScheduler.kind,
  ]

  private static let exponentialDecay = Kind(
    "ExponentialDecay", short: "exponential", .keras,
    "Multiplies the rate by decay_rate every decay_steps, smoothly or as a staircase.",
    formula: "lr(t) = initial_learning_rate·decay_rate^p, p = t/decay_steps, ⌊p⌋ for a staircase",
    differs: "Never ends. torch’s ExponentialLR has decay_steps 1, its StepLR is the staircase.",
    source: "`keras.optimizers.schedules.ExponentialDecay`, 3.15.",
    example: #"{"initial_learning_rate": 0.1, "decay_steps": 50, "decay_rate": 0.1}"#
  ) {
    Declaration(
      law: initialRate, decaySteps(.period, "Steps in which decay_rate is multiplied in once."),
      Parameter<Double>("decay_rate", role: .factor, "The factor of decay_steps."), staircase, name("ExponentialDecay"),
      make: { initial, steps, rate, isStaircase, _ in exponential(from: initial, rate, every: steps, isStaircase) })
  }

  static func exponential(from initial: Double, _ rate: Double, every steps: Double, _ isStaircase: Bool) -> Law {
    .absolute(length: steps, isStaircase ? .jumps : .moves) { count in
      let passed = count / steps
      return initial * Libm.pow(rate, isStaircase ? passed.rounded(.down) : passed)
    }
  }

  private static let piecewiseConstantDecay = Kind(
    "PiecewiseConstantDecay", short: "piecewise-constant", .keras,
    "Piecewise constant: one rate up to each boundary, another after it.",
    formula: "lr(t) = values[i], i = how many boundaries are < t",
    differs: """
      The step at a boundary still has the rate before it: a drop comes one step later than in torch’s MultiStepLR and \
      optax’s piecewise_constant_schedule. Values are rates, not factors.
      """,
    source: "`keras.optimizers.schedules.PiecewiseConstantDecay`, 3.15.",
    example: #"{"boundaries": [30, 60], "values": [0.1, 0.01, 0.001]}"#
  ) {
    Declaration(
      law: Parameter("boundaries", role: .milestones, "The last step of each value but the last."),
      Parameter("values", "The rates: one more than boundaries."), name("PiecewiseConstant"),
      make: { (boundaries, values, _) throws(Diagnostic) in try piecewise(boundaries, values) }
    ).requiring(.filled("boundaries"))
  }

  /// The first value while t ≤ b₀, the i-th while bᵢ₋₁ < t ≤ bᵢ, the last while t is greater than the last boundary.
  ///
  /// Where boundaries are out of order it is their sum, or 0. Boundaries lose their fractions, as they take the step's
  /// type.
  static func piecewise(_ given: [Double], _ values: [Double]) throws(Diagnostic) -> Law {
    guard given.count == values.count - 1 else {
      throw Diagnostic(
        .value,
        "\(values.count) values need \(values.count - 1) boundaries, one between each two, not \(given.count)",
        of: "boundaries")
    }
    guard !given.isEmpty else { throw .reported }
    let boundaries = given.map { $0.rounded(.towardZero) }
    // Half as long again as the last boundary, so that the last phase is seen.
    let length = boundaries.max().map { max(1, (1.5 * $0).rounded(.up)) }
    return .absolute(length: length, .jumps) { count in
      var sum = 0.0
      if count <= boundaries[0] { sum += values[0] }
      if count > boundaries[boundaries.count - 1] { sum += values[values.count - 1] }
      for index in boundaries.indices.dropFirst() where count > boundaries[index - 1] && count <= boundaries[index] {
        sum += values[index]
      }
      return sum
    }
  }

  private static let polynomialDecay = Kind(
    "PolynomialDecay", short: "polynomial", .keras,
    "Polynomial decay from one rate to another, once or in cycles.",
    formula: """
      lr(t) = (initial_learning_rate − end_learning_rate)·(1 − t/D)^power + end_learning_rate
      D = decay_steps and t at most D; with cycle D = decay_steps·⌈t/decay_steps⌉
      """,
    differs: """
      Reaches end_learning_rate at decay_steps and holds it; torch’s PolynomialLR falls to zero. With cycle it jumps up \
      again after each multiple of decay_steps, less high each time.
      """,
    source: "`keras.optimizers.schedules.PolynomialDecay`, 3.15.",
    example: #"{"initial_learning_rate": 0.1, "decay_steps": 90, "end_learning_rate": 0.001, "power": 2.0}"#
  ) {
    Declaration(
      law: initialRate, decaySteps(.length, "Steps from the first rate to the last."),
      Parameter("end_learning_rate", default: 0.0001, "The last rate."),
      Parameter("power", default: 1, "The power; 1 is linear."),
      Parameter("cycle", default: false, "Whether the rate jumps up and falls again, more slowly each time."),
      name("PolynomialDecay"),
      make: { initial, steps, end, power, isCycled, _ in
        polynomial(from: initial, to: end, in: steps, power: power, isCycled)
      })
  }

  static func polynomial(
    from initial: Double, to end: Double, in steps: Double, power: Double, _ isCycled: Bool
  ) -> Law {
    if isCycled {
      let phases = Phase.moving((0..<100).map { ($0 == 0 ? 0 : Double($0) * steps + 1, "cycle \($0 + 1)") })
      return .absolute(length: steps, phases: phases) { count in
        let whole = steps * (count == 0 ? 1 : (count / steps).rounded(.up))
        return (initial - end) * Libm.pow(1 - count / whole, power) + end
      }
    }
    return .absolute(length: steps, phases: Phase.moving([(0, "decay"), (steps, "hold")])) { count in
      (initial - end) * Libm.pow(1 - min(count, steps) / steps, power) + end
    }
  }

  private static let inverseTimeDecay = Kind(
    "InverseTimeDecay", short: "inverse-time", .keras,
    "Inverse-time decay.",
    formula: "lr(t) = initial_learning_rate/(1 + decay_rate·p), p = t/decay_steps, ⌊p⌋ for a staircase",
    differs: "Never ends; falls like 1/t, where inverse square root schedules fall like 1/√t.",
    source: "`keras.optimizers.schedules.InverseTimeDecay`, 3.15.",
    example: #"{"initial_learning_rate": 0.1, "decay_steps": 90, "decay_rate": 10.0}"#
  ) {
    Declaration(
      law: initialRate, decaySteps(.period, "Steps in which decay_rate is added to the divisor once."),
      Parameter<Double>("decay_rate", "What is added to the divisor every decay_steps."), staircase,
      name("InverseTimeDecay"),
      make: { initial, steps, rate, isStaircase, _ in inverseTime(from: initial, rate, every: steps, isStaircase) })
  }

  static func inverseTime(from initial: Double, _ rate: Double, every steps: Double, _ isStaircase: Bool) -> Law {
    .absolute(length: steps, isStaircase ? .jumps : .moves) { count in
      let passed = count / steps
      return initial / (1 + rate * (isStaircase ? passed.rounded(.down) : passed))
    }
  }

  private static let cosineDecay = Kind(
    "CosineDecay", short: "cosine", .keras,
    "Optional linear warm-up, then cosine decay to alpha times the rate.",
    formula: """
      lr(t) = initial_learning_rate·((1 − alpha)·(1 + cos πt/decay_steps)/2 + alpha), t at most decay_steps
      with warmup_target: initial_learning_rate + (warmup_target − initial_learning_rate)·t/warmup_steps,
      then the same from warmup_target, counted from warmup_steps
      """,
    differs: """
      decay_steps excludes the warm-up; optax’s warmup_cosine_decay_schedule includes it. The peak is at warmup_steps, and \
      the end is held. alpha is a part of the peak, where torch’s eta_min is a rate. warmup_steps alone do nothing.
      """,
    source: "`keras.optimizers.schedules.CosineDecay`, 3.15.",
    example: """
      {"initial_learning_rate": 0.0, "decay_steps": 80, "alpha": 0.01, "warmup_target": 0.1, "warmup_steps": 10}
      """
  ) {
    Declaration(
      law: initialRate, decaySteps(.length, "Steps from the peak to the end."),
      Parameter("alpha", default: 0, "The last rate as a fraction of the highest."), name("CosineDecay"),
      Parameter<Double?>(
        "warmup_target", role: .peak, default: nil, "The peak; without one there is no warm-up."),
      Parameter("warmup_steps", role: .warmup, default: 0, "Steps up to the peak."),
      make: { initial, steps, alpha, _, target, warmupSteps in
        cosine(from: initial, in: steps, alpha: alpha, warmup: target.map { ($0, warmupSteps) })
      })
  }

  static func cosine(
    from initial: Double, in steps: Double, alpha: Double, warmup: (target: Double, steps: Double)? = nil
  ) -> Law {
    @Sendable func decay(from peak: Double, at passed: Double) -> Double {
      peak * ((1 - alpha) * Fall.cosine(passed / steps) + alpha)
    }
    let start = max(0, warmup?.steps ?? 0)
    let phases = Phase.moving([(0, "warm-up"), (start, "cosine"), (start + steps, "hold")])
    return .absolute(length: start + steps, phases: phases) { count in
      guard let warmup else { return decay(from: initial, at: min(count, steps)) }
      let passed = min(count, steps + warmup.steps)
      if passed < warmup.steps { return (warmup.target - initial) * (passed / warmup.steps) + initial }
      return decay(from: warmup.target, at: passed - warmup.steps)
    }
  }

  private static let cosineDecayRestarts = Kind(
    "CosineDecayRestarts", short: "cosine-restarts", .keras,
    "Cosine decay with restarts, each cycle longer and lower.",
    formula:
      "lr = initial_learning_rate·((1 − alpha)·m_mul^i·(1 + cos πp)/2 + alpha), p = part of cycle i that is over",
    differs: """
      Cycles double by default, where torch’s CosineAnnealingWarmRestarts keeps their length; alpha is a part of the first \
      rate and is not lowered by m_mul. The cycle is found by a logarithm, which may be a step late.
      """,
    source: "`keras.optimizers.schedules.CosineDecayRestarts`, 3.15; arXiv:1608.03983.",
    example: #"{"initial_learning_rate": 0.1, "first_decay_steps": 15, "m_mul": 0.8}"#
  ) {
    Declaration(
      law: initialRate,
      Parameter("first_decay_steps", role: .cycle, in: .above(0), "Steps of the first cycle."),
      Parameter("t_mul", default: 2, "The length of each cycle, as a multiple of the one before."),
      Parameter("m_mul", default: 1, "How many times as high each cycle is as the one before."),
      Parameter("alpha", default: 0, "The lowest rate as a fraction of the first."), name("SGDRDecay"),
      make: { initial, first, growth, height, alpha, _ in
        restarts(from: initial, every: first, growth: growth, height: height, alpha: alpha)
      })
  }

  /// With f = t/N cycles of the first length passed, the cycle is ⌊log(1 − f·(1 − t_mul))/log t_mul⌋, or ⌊f⌋ for t_mul = 1.
  static func restarts(
    from initial: Double, every first: Double, growth: Double, height: Double, alpha: Double
  ) -> Law {
    // Three cycles, so that what changes from one to the next is seen.
    let length = growth > 0 ? (first * (1 + growth + growth * growth)).rounded(.up) : nil
    var cycles: [(start: Double, label: String)] = []
    var (start, cycle) = (0.0, first)
    while cycles.count < 100, start < 1e9, growth > 0 {
      cycles.append((start, "cycle \(cycles.count + 1)"))
      start += cycle
      cycle *= growth
    }
    return .absolute(length: length, phases: Phase.moving(cycles)) { count in
      let passed = count / first
      var restart = passed.rounded(.down)
      var progress = passed - restart
      if growth != 1 {
        restart = (Libm.log(1 - passed * (1 - growth)) / Libm.log(growth)).rounded(.down)
        let scale = Libm.pow(growth, restart)
        progress = (passed - (1 - scale) / (1 - growth)) / scale
      }
      let wave = 0.5 * Libm.pow(height, restart) * (1 + Libm.cos(.pi * progress))
      return initial * ((1 - alpha) * wave + alpha)
    }
  }

  private static let initialRate = Parameter<Double>("initial_learning_rate", role: .start, "The first rate.")
  private static let staircase = Parameter(
    "staircase", default: false, "Whether the rate drops only every decay_steps.")

  private static func decaySteps(_ role: Role, _ help: String) -> Parameter<Double> {
    Parameter("decay_steps", role: role, in: .above(0), help)
  }

  /// The parameter that every schedule has for graphs, as `get_config()` writes it.
  private static func name(_ standard: String) -> Parameter<String> {
    Parameter("name", default: standard, "What Keras calls it in graphs; it changes nothing.")
  }
}
