import Diagnostics

/// Rises along a line from 0, then falls along a line to 0.
///
/// λ(s) = s/W before W, then max(0, (T − s)/(T − W)). Source: `transformers.get_linear_schedule_with_warmup`.
struct LinearScheduleWithWarmup: TrainingCurve {
  static let kind = Kind(
    "linear", .transformers,
    "Warms up along a line, then falls along a line to zero.",
    formula: """
      lr(s) = b * s / W                for s < W = num_warmup_steps
      lr(s) = b * (T - s) / (T - W)    after it, 0 from T = num_training_steps on
      """,
    differs: "The first update is at 0 and the peak at step W. num_training_steps includes the warm-up, and after it "
      + "the rate stays 0. A percentage as num_warmup_steps is what the Trainer makes of warmup_steps below 1.",
    source: "`transformers.get_scheduler(\"linear\")`, 5.23.0; the default of its Trainer.",
    example: #"{"num_warmup_steps": 10, "num_training_steps": 100}"#
  ) {
    Declaration(make: LinearScheduleWithWarmup.init)
  }

  func factor(at step: Double, _ training: Training) throws(Diagnostic) -> Double {
    if let factor = training.warmUpFactor(at: step) { return factor }
    return max(0, (training.total - step) / max(1, training.total - training.warmUp))
  }
}
