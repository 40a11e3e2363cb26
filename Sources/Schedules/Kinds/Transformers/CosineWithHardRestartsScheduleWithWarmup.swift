import Diagnostics
import Text

/// Rises along a line from 0, then falls along half a cosine wave several times.
///
/// λ(s) = s/W before W, then (1 + cos π(n·p mod 1))/2 with p = (s − W)/(T − W), and 0 from p = 1 on.
/// Source: `transformers.get_cosine_with_hard_restarts_schedule_with_warmup`.
struct CosineWithHardRestartsScheduleWithWarmup: TrainingCurve {
  let cycles: Double

  static let kind = Kind(
    "cosine_with_restarts", .transformers,
    "Warms up along a line, then falls along a half cosine num_cycles times.",
    formula: """
      lr(s) = b * s / W                                         for s < W = num_warmup_steps
      lr(s) = b * (1 + cos(pi * (num_cycles * p mod 1))) / 2    after it, p = (s - W) / (num_training_steps - W)
      """,
    differs: "The first update is at 0 and the peak at step W. The cycles are of one length, unlike those of torch's "
      + "CosineAnnealingWarmRestarts, and the rate is 0 from num_training_steps on.",
    source: "`transformers.get_scheduler(\"cosine_with_restarts\")`, 5.23.0.",
    example: #"{"num_warmup_steps": 10, "num_training_steps": 100, "num_cycles": 3}"#
  ) {
    Declaration(
      training: Parameter("num_cycles", default: 1, "Cycles after the warm-up."),
      make: CosineWithHardRestartsScheduleWithWarmup.init)
  }

  func factor(at step: Double, _ training: Training) throws(Diagnostic) -> Double {
    if let factor = training.warmUpFactor(at: step) { return factor }
    let progress = training.progress(at: step)
    if progress >= 1 { return 0 }
    return max(0, Fall.cosine(try Python.remainder(cycles * progress, 1)))
  }

  func note(in stretches: inout Stretches, _ training: Training) {
    let length = max(1, training.total - training.warmUp) / cycles
    Cycles(first: length, growth: 1).note(in: &stretches, from: training.warmUp, count: cycles)
  }
}
