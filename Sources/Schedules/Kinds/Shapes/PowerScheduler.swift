import Diagnostics
import Text

/// Follows a power of the tokens seen, below a highest rate, and comes down in the end.
///
/// lr(n) = min(b, β·a·nᵖ) with n tokens seen and a batch of β sequences. Source: Shen et al. 2024, arXiv:2408.13359.
struct PowerScheduler: Rule {
  private var course: Course
  private let batchSize: Double
  private let sequenceLength: Double
  private let amplitude: Double
  private let exponent: Double
  private let decaySteps: Double
  private let decay: Decay
  private let minRatio: Double
  /// The step at which the decay begins, and the total.
  private var ending = Double.infinity
  private var total = Double.infinity

  private init(
    course: Course, batchSize: Int, sequenceLength: Int, amplitude: Double, exponent: Double, decaySteps: Int,
    decay: Decay, minRatio: Double
  ) throws(Diagnostic) {
    self.course = course
    self.batchSize = Double(batchSize)
    self.sequenceLength = Double(sequenceLength)
    self.amplitude = amplitude
    self.exponent = exponent
    self.decaySteps = Double(decaySteps)
    self.decay = decay
    self.minRatio = minRatio
    try decay.check(end: minRatio, as: "min_ratio")
    if course.length != nil { try plan() }
  }

  static let kind = Kind(
    "power", .shapes,
    "Follows a power of the tokens seen, whatever batch size and total, and comes down in the end.",
    formula: """
      power(n) = min(b, sequences_per_step·a·n^exponent)        n = t·sequences_per_step·sequence_length tokens
      lr(t) = power(n at W)·(s + (1 − s)·t/W)           t < W
      lr(t) = power(n)                                  t < T − D
      lr(t) = power(n at T − D)·d                       t < T, d as wsd has it, from 1 to m
      lr(t) = power(n at T − D)·m                       t ≥ T, if decay_steps is not 0
      """ + NamedShapes.letters,
    differs: "The base rate is the highest there is, and min_ratio is a part of the rate where the decay begins. With "
      + "decay_steps 0 it has no end and needs no total. timm's WSD with stable_fn power has the shape alone.",
    source: "Shen et al. 2024, arXiv:2408.13359; Levanter's `power`, whose a and b are the defaults.",
    example:
      #"{"total_steps": 10000, "warmup_steps": 100, "decay_steps": 1000, "sequences_per_step": 128, "min_ratio": 0.01}"#
  ) {
    Declaration(
      rule: Parameter.totalSteps, Parameter.warmupSteps, Parameter.startRatio,
      Parameter("sequences_per_step", in: .between(1, 1e9), "Sequences in a batch."),
      Parameter("sequence_length", default: 4096, in: .between(1, 1e9), "Tokens in a sequence."),
      Parameter("amplitude", default: 4.6, in: .above(0), "The factor of the power law: a."),
      Parameter("exponent", default: -0.51, in: .between(-10, 0), "Its exponent: b in the paper."),
      Parameter("decay_steps", default: 0, in: .between(0, Parameter<Int>.mostSteps), "Steps of the decay in the end."),
      Parameter.decay(.exponential), Parameter.minRatio(0.1),
      make: { (total, warmup, start, batch, length, a, b, decaySteps, decay, minRatio) throws(Diagnostic) in
        try PowerScheduler(
          course: Course(total: total, warmup: warmup, start: start), batchSize: batch, sequenceLength: length,
          amplitude: a, exponent: b, decaySteps: decaySteps, decay: decay, minRatio: minRatio)
      })
  }

  mutating func adopt(_ run: RunLength) { course.adopt(run) }
  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) { try plan() }

  private mutating func plan() throws(Diagnostic) {
    guard decaySteps > 0 else { return }
    total = try course.total(leaving: decaySteps)
    ending = total - decaySteps
  }

  func rate(at step: Int, base: Double, group: Int) -> Double {
    let step = Double(step)
    if let factor = course.rise(step) { return power(course.warmup, base) * factor }
    if step >= total { return power(ending, base) * minRatio }
    if step > ending { return power(ending, base) * decay.factor((step - ending) / decaySteps, to: minRatio) }
    return power(step, base)
  }

  private func power(_ step: Double, _ base: Double) -> Double {
    min(base, batchSize * amplitude * Libm.pow(step * batchSize * sequenceLength, exponent))
  }

  var length: Double? { course.length }

  var phases: [Phase] {
    var stretches: [Course.Stretch] = [(course.warmup, .moves, "power")]
    if decaySteps > 0, let total = course.total {
      stretches += [(total - decaySteps, .moves, "decay"), (total, .moves, "end")]
    }
    return course.phases(stretches)
  }
}
