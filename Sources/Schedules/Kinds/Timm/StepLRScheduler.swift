import Diagnostics

/// Multiplies the rate by a factor at equal distances.
///
/// lr(t) = b·γ^⌊t/D⌋. Source: `timm.scheduler.StepLRScheduler`.
struct StepLRScheduler: TimmCurve {
  let distance: Double
  let factor: Double

  static let kind = Kind(
    "StepLRScheduler", short: "step", .timm,
    "Warm-up, then drops by decay_rate every decay_t.",
    formula: "lr(t) = b * decay_rate^floor(t / decay_t)",
    differs: """
      decay_rate is 1 by default, so nothing drops; distances with a fraction drop at the step after them, \
      where torch's StepLR waits for a multiple. They count from the end of the warm-up unless warmup_prefix is \
      false.
      """,
    source: "`timm.scheduler.StepLRScheduler`, 1.0.31.",
    example: #"{"decay_t": 30, "decay_rate": 0.1, "warmup_t": 5}"#
  ) {
    Declaration(
      timm: Parameter("decay_t", role: .period, "Steps between drops."),
      Parameter("decay_rate", role: .factor, default: 1, "The factor of each drop."),
      sharing: TimmArguments.Selection(prefix: true), make: StepLRScheduler.init)
  }

  func rate(at step: Double, base: Double) throws(Diagnostic) -> Double {
    base * (try Python.power(factor, try Python.floorQuotient(step, distance)))
  }

  var length: Double? { nil }
  var motion: Motion { .jumps }
  func beginnings(from start: Double) -> [Phase.Beginning] { [(start, .jumps, "step")] }
}
