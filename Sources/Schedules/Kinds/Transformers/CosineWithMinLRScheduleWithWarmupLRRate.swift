import Diagnostics

/// Rises along a line from above 0, then falls along half a cosine wave to a lowest rate, a step earlier than its cousin.
///
/// λ(s) = (s + 1)/W or ω + (1 − ω)·s/(W − 1) before W, then max(0, c·(1 − r) + r) with c = (1 + cos(2π·n·p))/2,
/// p = (s − W + 1)/(T − W). Source: `transformers.get_cosine_with_min_lr_schedule_with_warmup_lr_rate`.
struct CosineWithMinLRScheduleWithWarmupLRRate: TrainingCurve {
  private let cycles: Double
  private var floor: LowestRate
  private let start: Double?

  init(cycles: Double, lowest: Double?, part: Double?, start: Double?) throws(Diagnostic) {
    self.cycles = cycles
    floor = try LowestRate(lowest, part: part)
    self.start = start
  }

  static let kind = Kind(
    "cosine_warmup_with_min_lr", .transformers,
    "Warms up along a line that starts above zero, then falls along a half cosine to min_lr.",
    formula: """
      lr(s) = b * (s + 1) / W                                               for s < W = num_warmup_steps
      lr(s) = b * (w + (1 - w) * s / (W - 1))                               instead, with w = warmup_lr_rate
      lr(s) = b * (r + (1 - r) * (1 + cos(2 * pi * num_cycles * p)) / 2)    after it
      p = (s - W + 1) / (num_training_steps - W), r = min_lr_rate or min_lr / the optimizer's lr
      """,
    differs: "The peak is at step W - 1, and step W is below it already; the lowest rate is reached in the last step, "
      + "num_training_steps - 1, and left again after it. cosine_with_min_lr is a step later everywhere.",
    source: "`transformers.get_scheduler(\"cosine_warmup_with_min_lr\")`, 5.23.0.",
    example: #"{"num_warmup_steps": 10, "num_training_steps": 100, "min_lr_rate": 0.1, "warmup_lr_rate": 0.01}"#
  ) {
    Declaration(
      training: Parameter.cycles, Parameter.lowestRate, Parameter.lowestPart,
      Parameter("warmup_lr_rate", default: Double?.none, "Where the warm-up starts, as a part of the base rate."),
      make: CosineWithMinLRScheduleWithWarmupLRRate.init
    ).requiring(.lowestRate)
  }

  mutating func prepare(_ optimizer: Optimizer, _ training: Training) throws(Diagnostic) {
    try floor.prepare(optimizer)
  }

  func factor(at step: Double, _ training: Training) throws(Diagnostic) -> Double {
    let warmUp = training.warmUp
    if step < warmUp {
      guard let start else { return (step + 1) / max(1, warmUp) }
      return start + (1 - start) * step / max(1, warmUp - 1)
    }
    let progress = (step - warmUp + 1) / max(1, training.total - warmUp)
    return floor.raise(0.5 * (1 + (try Python.call(.cos, .pi * cycles * 2 * progress))))
  }

  /// The peak is in the last step of the warm-up.
  func note(in stretches: inout Stretches, _ training: Training) {
    stretches.begin("decay", at: training.warmUp - 1)
  }
}
