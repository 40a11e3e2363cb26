import Diagnostics

extension Optax {
  /// Rises to a peak in a straight line, and stays there.
  ///
  /// Source: `optax.warmup_constant_schedule`, 0.2.8.
  struct WarmupConstantSchedule: AbsoluteRule {
    private let warmup: LinearSchedule
    private let warmupSteps: Double

    init(initial: Double, peak: Double, warmupSteps: Double) {
      warmup = LinearSchedule(initial: initial, end: peak, steps: warmupSteps)
      self.warmupSteps = warmupSteps
    }

    static let kind = Kind(
      "warmup_constant_schedule", short: "warmup-constant", .optax,
      "Rises to a peak in a straight line, and holds it.",
      formula: "lr(t) = init_value + (peak_value − init_value)·t/warmup_steps up to warmup_steps, then peak_value",
      differs: "The peak is at warmup_steps. Without a warm-up it stays at init_value, as in optax.",
      source: "`optax.warmup_constant_schedule`, 0.2.8.",
      example: #"{"init_value": 0, "peak_value": 0.1, "warmup_steps": 10}"#
    ) {
      Declaration(
        rule: Parameter("init_value", "The first rate."),
        Parameter("peak_value", "The rate that is held."),
        Parameter("warmup_steps", "Steps until the peak; none holds the first rate."),
        make: WarmupConstantSchedule.init)
    }

    func value(at count: Double) -> Double { warmup.value(at: count) }

    /// Half as long again as the warm-up, so that the peak is seen.
    var length: Double? { warmupSteps > 0 ? (1.5 * warmupSteps).rounded(.up) : nil }
    var phases: [Phase] { Phase.stretches([(0, "warm-up"), (max(0, warmupSteps), "constant")]) }
  }
}
