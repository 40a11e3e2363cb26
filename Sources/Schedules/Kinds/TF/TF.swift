import Diagnostics
import Text

extension Family {
  static let tf = Family(name: "tf", title: "TensorFlow 1 and Model Garden", interval: .step) { TF.kinds }
}

/// The functions of `tf.compat.v1.train`, and schedules that only the Model Garden has; in double precision.
enum TF {
  static let kinds: [Kind] = [
    exponentialDecay, naturalExpDecay, inverseTimeDecay, polynomialDecay, piecewiseConstant, cosineDecay,
    cosineDecayRestarts, linearCosineDecay, noisyLinearCosineDecay, linearWarmup, polynomialWarmUp, directPowerDecay,
    powerAndLinearDecay, powerDecayWithOffset, stepCosineDecayWithOffset,
  ]

  private static let exponentialDecay = Kind(
    "exponential_decay", short: "exponential", .tf,
    "Multiplies the rate by decay_rate every decay_steps, smoothly or as a staircase.",
    formula: "lr(t) = learning_rate·decay_rate^p, p = t/decay_steps, ⌊p⌋ for a staircase",
    differs: "The same curve as Keras’ ExponentialDecay.",
    source: "`tf.compat.v1.train.exponential_decay`.",
    example: #"{"learning_rate": 0.1, "decay_steps": 50, "decay_rate": 0.1}"#
  ) {
    Declaration(
      law: rate, decaySteps(.period, "Steps in which decay_rate is multiplied in once."),
      Parameter("decay_rate", role: .factor, "The factor of decay_steps."), staircase, name,
      make: { initial, steps, rate, isStaircase, _ in
        Keras.exponential(from: initial, rate, every: steps, isStaircase)
      })
  }

  private static let naturalExpDecay = Kind(
    "natural_exp_decay", short: "natural-exp", .tf,
    "Decays by exp(-decay_rate) every decay_steps, smoothly or as a staircase.",
    formula: "lr(t) = learning_rate·exp(−decay_rate)^p, p = t/decay_steps, ⌊p⌋ for a staircase",
    differs: "exponential_decay with exp(−decay_rate) in place of decay_rate.",
    source: "`tf.compat.v1.train.natural_exp_decay`.",
    example: #"{"learning_rate": 0.1, "decay_steps": 90, "decay_rate": 5}"#
  ) {
    Declaration(
      law: rate, decaySteps(.period, "Steps in which exp(-decay_rate) is multiplied in once."),
      Parameter("decay_rate", "The rate of the decay."), staircase, name,
      make: { initial, steps, rate, isStaircase, _ in
        Keras.exponential(from: initial, Libm.exp(-rate), every: steps, isStaircase)
      })
  }

  private static let inverseTimeDecay = Kind(
    "inverse_time_decay", short: "inverse-time", .tf,
    "Inverse-time decay.",
    formula: "lr(t) = learning_rate/(1 + decay_rate·p), p = t/decay_steps, ⌊p⌋ for a staircase",
    differs: "The same curve as Keras’ InverseTimeDecay.",
    source: "`tf.compat.v1.train.inverse_time_decay`.",
    example: #"{"learning_rate": 0.1, "decay_steps": 90, "decay_rate": 10}"#
  ) {
    Declaration(
      law: rate, decaySteps(.period, "Steps in which decay_rate is added to the divisor once."),
      Parameter("decay_rate", "What is added to the divisor every decay_steps."), staircase, name,
      make: { initial, steps, rate, isStaircase, _ in
        Keras.inverseTime(from: initial, rate, every: steps, isStaircase)
      })
  }

  private static let polynomialDecay = Kind(
    "polynomial_decay", short: "polynomial", .tf,
    "Polynomial decay from one rate to another, once or in cycles.",
    formula: "lr(t) = (learning_rate − end_learning_rate)·(1 − t/decay_steps)^power + end_learning_rate",
    differs: "The same curve as Keras’ PolynomialDecay.",
    source: "`tf.compat.v1.train.polynomial_decay`.",
    example: #"{"learning_rate": 0.1, "decay_steps": 90, "end_learning_rate": 0.001, "power": 2}"#
  ) {
    Declaration(
      law: rate, decaySteps(.length, "Steps from the first rate to the last."),
      Parameter("end_learning_rate", default: 0.0001, "The last rate."),
      Parameter("power", default: 1, "The power; 1 is linear."),
      Parameter("cycle", default: false, "Whether the rate jumps up and falls again, more slowly each time."), name,
      make: { initial, steps, end, power, isCycled, _ in
        Keras.polynomial(from: initial, to: end, in: steps, power: power, isCycled)
      })
  }

  private static let piecewiseConstant = Kind(
    "piecewise_constant", short: "piecewise-constant", .tf,
    "Piecewise constant: one rate up to each boundary, another after it.",
    formula: "lr(t) = values[i], i = how many boundaries are < t",
    differs: "The same curve as Keras’ PiecewiseConstantDecay: the step at a boundary still has the rate before it.",
    source: "`tf.compat.v1.train.piecewise_constant`.",
    example: #"{"boundaries": [30, 60], "values": [0.1, 0.01, 0.001]}"#
  ) {
    Declaration(
      law: Parameter<[Int]>(
        "boundaries", role: .milestones, "The last step of each value but the last; none smaller than the one before."),
      Parameter<[Double]>("values", "The rates: one more than boundaries."), name,
      make: { (boundaries, values, _) throws(Diagnostic) in
        guard zip(boundaries, boundaries.dropFirst()).allSatisfy(<=) else {
          throw Diagnostic(.value, "“boundaries” must not decrease", of: "boundaries")
        }
        return try Keras.piecewise(boundaries.map(Double.init), values)
      })
  }

  private static let cosineDecay = Kind(
    "cosine_decay", short: "cosine", .tf,
    "Cosine decay to alpha times the rate.",
    formula: "lr(t) = learning_rate·((1 − alpha)·(1 + cos πt/decay_steps)/2 + alpha), t at most decay_steps",
    differs: "The same curve as Keras’ CosineDecay, which can warm up, too.",
    source: "`tf.compat.v1.train.cosine_decay`.",
    example: #"{"learning_rate": 0.1, "decay_steps": 90, "alpha": 0.01}"#
  ) {
    Declaration(
      law: rate, decaySteps(.length, "Steps until the end."),
      Parameter("alpha", default: 0, "The last rate as a fraction of the first."), name,
      make: { initial, steps, alpha, _ in Keras.cosine(from: initial, in: steps, alpha: alpha) })
  }

  private static let cosineDecayRestarts = Kind(
    "cosine_decay_restarts", short: "cosine-restarts", .tf,
    "Cosine decay with restarts, each cycle longer and lower.",
    formula: "lr = learning_rate·((1 − alpha)·m_mul^i·(1 + cos πp)/2 + alpha), p = part of cycle i that is over",
    differs: "The same curve as Keras’ CosineDecayRestarts.",
    source: "`tf.compat.v1.train.cosine_decay_restarts`; arXiv:1608.03983.",
    example: #"{"learning_rate": 0.1, "first_decay_steps": 15, "m_mul": 0.8}"#
  ) {
    Declaration(
      law: rate, Parameter("first_decay_steps", role: .cycle, in: .above(0), "Steps of the first cycle."),
      Parameter("t_mul", default: 2, "The length of each cycle, as a multiple of the one before."),
      Parameter("m_mul", default: 1, "How many times as high each cycle is as the one before."),
      Parameter("alpha", default: 0, "The lowest rate as a fraction of the first."), name,
      make: { initial, first, growth, height, alpha, _ in
        Keras.restarts(from: initial, every: first, growth: growth, height: height, alpha: alpha)
      })
  }

  private static let linearCosineDecay = Kind(
    "linear_cosine_decay", short: "linear-cosine", .tf,
    "Linear cosine decay: a cosine wave under a line, down to beta times the rate.",
    formula: """
      lr(t) = learning_rate·((alpha + l)·c + beta), t at most decay_steps
      l = (decay_steps − t)/decay_steps, c = (1 + cos 2π·num_periods·t/decay_steps)/2
      """,
    differs: "Starts at 1 + alpha + beta times learning_rate, a little above it; holds its end.",
    source: "`tf.compat.v1.train.linear_cosine_decay`; arXiv:1709.07417.",
    example: #"{"learning_rate": 0.1, "decay_steps": 90, "num_periods": 3.5}"#
  ) {
    Declaration(
      law: ownRate, decaySteps(.length, "Steps until the end."), periods, alpha, beta, name,
      make: { initial, steps, periods, alpha, beta, _ in
        .absolute(length: steps) { count in
          linearCosine(initial, periods, alpha, beta, at: min(count, steps), of: steps)
        }
      })
  }

  private static let noisyLinearCosineDecay = Kind(
    "noisy_linear_cosine_decay", short: "noisy-linear-cosine", .tf,
    "Linear cosine decay with noise, down to beta times the rate.",
    formula: """
      lr(t) = learning_rate·((alpha + l + ε)·c + beta) with l and c of linear_cosine_decay
      ε is normal, with variance initial_variance/(1 + t)^variance_decay
      """,
    differs: """
      TensorFlow draws its noise anew in every run. Here it follows from the step alone, so that a schedule always gives \
      the same curve: one of those that TensorFlow might give. initial_variance 0 leaves the noise out.
      """,
    source: "`tf.compat.v1.train.noisy_linear_cosine_decay`; arXiv:1709.07417.",
    example: #"{"learning_rate": 0.1, "decay_steps": 90, "initial_variance": 0.1}"#
  ) {
    Declaration(
      law: ownRate, decaySteps(.length, "Steps until the end."),
      Parameter("initial_variance", default: 1, in: .atLeast(0), "The variance of the noise at first."),
      Parameter("variance_decay", default: 0.55, "How fast the variance falls."), periods, alpha, beta, name,
      make: { initial, steps, first, varianceDecay, periods, alpha, beta, _ in
        .absolute(length: steps) { count in
          let variance = first / Libm.pow(1 + min(count, steps), varianceDecay)
          let noise = variance.squareRoot() * Noise.normal(at: count)
          return linearCosine(initial, periods, alpha, beta, noise: noise, at: min(count, steps), of: steps)
        }
      })
  }

  /// init·((α + l + ε)·c + β), l = (N − t)/N, c = (1 + cos 2π·n·t/N)/2.
  private static func linearCosine(
    _ initial: Double, _ periods: Double, _ alpha: Double, _ beta: Double, noise: Double = 0, at passed: Double,
    of steps: Double
  ) -> Double {
    let line = (steps - passed) / steps + noise
    let wave = Fall.cosine(2 * periods * (passed / steps))
    return initial * ((alpha + line) * wave + beta)
  }

  static let name = Parameter<String?>(
    "name", default: nil, "What TensorFlow calls it in graphs; it changes nothing.")
  private static let rate = Parameter<Double>("learning_rate", role: .start, "The first rate.")
  private static let ownRate = Parameter<Double>(
    "learning_rate", role: .start, "The rate that the others are parts of.")
  private static let staircase = Parameter(
    "staircase", default: false, "Whether the rate drops only every decay_steps.")
  private static let periods = Parameter("num_periods", default: 0.5, "Waves of the cosine until then.")
  private static let alpha = Parameter("alpha", default: 0.0, "What is added to the line.")
  private static let beta = Parameter("beta", default: 0.001, "A constant added to the result.")

  private static func decaySteps(_ role: Role, _ help: String) -> Parameter<Double> {
    Parameter("decay_steps", role: role, help)
  }
}
