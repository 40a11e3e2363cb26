import Diagnostics

/// Rises along a line from 0, then falls with the square root of the step.
///
/// λ(s) = s/W before W, then 1/√((s + τ − W)/τ). Source: `transformers.get_inverse_sqrt_schedule`.
struct InverseSqrtSchedule: TrainingCurve {
  private let given: Double?
  private var timescale = 1.0

  init(timescale: Double?) { given = timescale }

  static let kind = Kind(
    "inverse_sqrt", .transformers,
    "Warms up along a line, then falls with the square root of the step.",
    formula: """
      lr(s) = b * s / W                                    for s < W = num_warmup_steps
      lr(s) = b / sqrt((s + timescale - W) / timescale)    after it
      """,
    differs: "The first update is at 0 and the peak, the base rate itself, at step W; num_training_steps changes "
      + "nothing, and the rate never reaches an end. With the timescale W it is b * sqrt(W / s).",
    source: "`transformers.get_scheduler(\"inverse_sqrt\")`, 5.23.0.",
    example: #"{"num_warmup_steps": 10, "num_training_steps": 100}"#
  ) {
    Declaration(
      training: Parameter(
        "timescale", default: Double?.none, "Steps until the rate falls; num_warmup_steps, or 10000 without warm-up."),
      make: InverseSqrtSchedule.init)
  }

  var needsTotal: Bool { false }

  mutating func prepare(_ optimizer: Optimizer, _ training: Training) throws(Diagnostic) {
    timescale = given ?? (training.warmUp == 0 ? 10_000 : training.warmUp)
  }

  func factor(at step: Double, _ training: Training) throws(Diagnostic) -> Double {
    if let factor = training.warmUpFactor(at: step) { return factor }
    let shift = timescale - training.warmUp
    let stretched = try Python.quotient(step + shift, timescale, "timescale")
    return try Python.quotient(1, try Python.call(.sqrt, stretched), "the square root")
  }
}
