import Diagnostics

/// Rises along a line from 0, then falls along half a cosine wave to a lowest rate.
///
/// λ(s) = s/W before W, then max(0, c·(1 − r) + r) with c = (1 + cos(2π·n·p))/2, p = (s − W)/(T − W).
/// Source: `transformers.get_cosine_with_min_lr_schedule_with_warmup`.
struct CosineWithMinLRScheduleWithWarmup: TrainingCurve {
  private let cycles: Double
  private var floor: LowestRate

  init(cycles: Double, lowest: Double?, part: Double?) throws(Diagnostic) {
    self.cycles = cycles
    floor = try LowestRate(lowest, part: part)
  }

  static let kind = Kind(
    "cosine_with_min_lr", .transformers,
    "Warms up along a line, then falls along a half cosine to min_lr.",
    formula: """
      lr(s) = b * s / W                                                     for s < W = num_warmup_steps
      lr(s) = b * (r + (1 - r) * (1 + cos(2 * pi * num_cycles * p)) / 2)    after it
      p = (s - W) / (num_training_steps - W), r = min_lr_rate or min_lr / the optimizer's lr
      """,
    differs:
      "The first update is at 0, not at min_lr, and the peak at step W. Beyond num_training_steps, which include "
      + "the warm-up, the rate rises again. min_lr holds for groups with the optimizer's own lr.",
    source: "`transformers.get_scheduler(\"cosine_with_min_lr\")`, 5.23.0.",
    example: #"{"num_warmup_steps": 10, "num_training_steps": 100, "min_lr_rate": 0.1}"#
  ) {
    Declaration(
      training: Parameter.cycles, Parameter.lowestRate, Parameter.lowestPart,
      make: CosineWithMinLRScheduleWithWarmup.init
    ).requiring(.lowestRate)
  }

  mutating func prepare(_ optimizer: Optimizer, _ training: Training) throws(Diagnostic) {
    try floor.prepare(optimizer)
  }

  func factor(at step: Double, _ training: Training) throws(Diagnostic) -> Double {
    if let factor = training.warmUpFactor(at: step) { return factor }
    return floor.raise(0.5 * (1 + (try Python.call(.cos, .pi * cycles * 2 * training.progress(at: step)))))
  }
}
