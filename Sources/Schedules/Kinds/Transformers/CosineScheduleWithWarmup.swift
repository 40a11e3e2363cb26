import Diagnostics

/// Rises along a line from 0, then follows a cosine.
///
/// λ(s) = s/W before W, then max(0, (1 + cos(2π·n·p))/2) with p = (s − W)/(T − W).
/// Source: `transformers.get_cosine_schedule_with_warmup`.
struct CosineScheduleWithWarmup: TrainingCurve {
  let cycles: Double

  static let kind = Kind(
    "cosine", .transformers,
    "Warms up along a line, then falls along a half cosine to zero.",
    formula: """
      lr(s) = b * s / W                                     for s < W = num_warmup_steps
      lr(s) = b * (1 + cos(2 * pi * num_cycles * p)) / 2    after it, p = (s - W) / (num_training_steps - W)
      """,
    differs: "The first update is at 0 and the peak at step W. num_training_steps includes the warm-up; beyond it the "
      + "cosine goes on, so the rate rises again. num_cycles counts whole waves: 0.5 is the one way down.",
    source: "`transformers.get_scheduler(\"cosine\")`, 5.23.0.",
    example: #"{"num_warmup_steps": 10, "num_training_steps": 100}"#
  ) {
    Declaration(
      training: Parameter.cycles,
      make: CosineScheduleWithWarmup.init)
  }

  func factor(at step: Double, _ training: Training) throws(Diagnostic) -> Double {
    if let factor = training.warmUpFactor(at: step) { return factor }
    return max(0, 0.5 * (1 + (try Python.call(.cos, .pi * cycles * 2 * training.progress(at: step)))))
  }
}

extension Parameter<Double> {
  /// How many waves of a cosine follow the warm-up.
  static let cycles = Parameter("num_cycles", default: 0.5, "Waves of the cosine; 0.5 goes down once.")
}
