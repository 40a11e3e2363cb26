import Diagnostics

/// Multiplies the rate by a factor one step before each milestone.
///
/// lr(t) = b·γⁿ, n the number of milestones that are at most t + 1. Source: `timm.scheduler.MultiStepLRScheduler`.
struct MultiStepLRScheduler: TimmCurve {
  let milestones: [Double]
  let factor: Double

  static let kind = Kind(
    "MultiStepLRScheduler", short: "multistep", .timm,
    "Warm-up, then drops by decay_rate one step before each milestone.",
    formula: "lr(t) = b * decay_rate^n    n of decay_t are at most t + 1",
    differs: """
      It drops a step earlier than torch's MultiStepLR, on purpose. Milestones count from the end of the warm-up \
      unless warmup_prefix is false, and must be sorted: nobody sorts them.
      """,
    source: "`timm.scheduler.MultiStepLRScheduler`, 1.0.31.",
    example: #"{"decay_t": [30, 60, 80], "decay_rate": 0.1, "warmup_t": 5}"#
  ) {
    Declaration(
      timm: Parameter("decay_t", role: .milestones, "The milestones, in increasing order."),
      Parameter("decay_rate", role: .factor, default: 1, "The factor of each drop."),
      sharing: TimmArguments.Selection(prefix: true), make: MultiStepLRScheduler.init)
  }

  func rate(at step: Double, base: Double) throws(Diagnostic) -> Double {
    base * (try Python.power(factor, Double(Python.bisect(milestones, step + 1))))
  }

  /// Half as long again as the last milestone, so that the last phase is seen.
  var length: Double? { milestones.last.map { (1.5 * $0).rounded(.up) } }
  var motion: Motion { .jumps }
  func beginnings(from start: Double) -> [Phase.Beginning] { [(start, .jumps, "multistep")] }
}
