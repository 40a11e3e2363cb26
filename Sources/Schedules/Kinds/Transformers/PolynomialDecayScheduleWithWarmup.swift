import Diagnostics

/// Rises along a line from 0, then falls along a power of what is left to a last rate.
///
/// λ(s) = s/W before W, then ((L − e)·(1 − (s − W)/(T − W))^p + e)/L, and e/L beyond T; L is the optimizer's default
/// rate. Source: `transformers.get_polynomial_decay_schedule_with_warmup`.
struct PolynomialDecayScheduleWithWarmup: TrainingCurve {
  private let end: Double
  private let power: Double
  /// The rate among the optimizer's defaults, whatever the groups have.
  private var initial = 0.0

  init(end: Double, power: Double) {
    self.end = end
    self.power = power
  }

  static let kind = Kind(
    "polynomial", .transformers,
    "Warms up along a line, then falls along a power of what is left to lr_end.",
    formula: """
      lr(s) = b * s / W                                     for s < W = num_warmup_steps
      lr(s) = b * ((L - e) * (1 - (s - W) / (T - W))^power + e) / L
      lr(s) = b * e / L                                     after T = num_training_steps
      e = lr_end, L = the optimizer's lr
      """,
    differs: "The first update is at 0 and the peak at step W. lr_end is what a group ends at only if it has the "
      + "optimizer's own lr; others end at the same part of theirs. torch's PolynomialLR always ends at 0.",
    source: "`transformers.get_scheduler(\"polynomial\")`, 5.23.0.",
    example: #"{"num_warmup_steps": 10, "num_training_steps": 100, "power": 2}"#
  ) {
    Declaration(
      training: Parameter("lr_end", default: 1e-7, "The last rate; must be smaller than the optimizer's."),
      Parameter("power", default: 1, "The power; 1 falls along a line."),
      make: PolynomialDecayScheduleWithWarmup.init)
  }

  mutating func prepare(_ optimizer: Optimizer, _ training: Training) throws(Diagnostic) {
    initial = optimizer.defaults.lr
    guard initial > end else {
      throw Diagnostic(
        .value,
        "“lr_end” must be smaller than the optimizer’s lr, \(Shown.number(initial)), and is \(Shown.number(end))")
    }
  }

  func factor(at step: Double, _ training: Training) throws(Diagnostic) -> Double {
    if let factor = training.warmUpFactor(at: step) { return factor }
    if step > training.total { return try part(end) }
    let over = try Python.quotient(
      step - training.warmUp, training.total - training.warmUp, "num_training_steps - num_warmup_steps")
    return try part((initial - end) * (try Python.power(1 - over, power)) + end)
  }

  private func part(_ rate: Double) throws(Diagnostic) -> Double {
    try Python.quotient(rate, initial, "the optimizer’s lr")
  }

  func note(in stretches: inout Stretches, _ training: Training) {
    stretches.begin("decay", at: training.warmUp)
    stretches.begin("lr_end", at: training.total)
  }
}
