import Diagnostics

/// Rises along a line from 0, then stays.
///
/// λ(s) = s/W before W, then 1. Source: `transformers.get_constant_schedule_with_warmup`.
struct ConstantScheduleWithWarmup: TrainingCurve {
  static let kind = Kind(
    "constant_with_warmup", .transformers,
    "Warms up along a line, then keeps the base rate.",
    formula: """
      lr(s) = b * s / W    for s < W = num_warmup_steps
      lr(s) = b            after it
      """,
    differs: "The first update is at 0 and the peak at step W.",
    source: "`transformers.get_scheduler(\"constant_with_warmup\")`, 5.23.0.",
    example: #"{"num_warmup_steps": 20, "num_training_steps": 100}"#
  ) {
    Declaration(resumes: false, make: ConstantScheduleWithWarmup.init)
  }

  var needsTotal: Bool { false }

  func factor(at step: Double, _ training: Training) throws(Diagnostic) -> Double {
    training.warmUpFactor(at: step) ?? 1
  }

  func note(in stretches: inout Stretches, _ training: Training) {
    stretches.begin("constant", at: training.warmUp, .jumps)
  }
}
