import Diagnostics

extension Optax {
  /// Rises to a peak in a straight line and decays exponentially.
  ///
  /// Source: `optax.warmup_exponential_decay_schedule`, 0.2.8.
  struct WarmupExponentialDecaySchedule: AbsoluteRule {
    private let warmup: LinearSchedule
    private let decay: ExponentialDecay
    private let warmupSteps: Double

    init(
      initial: Double, peak: Double, warmupSteps: Double, steps: Double, rate: Double, begin: Double,
      isStaircase: Bool, end: Double?
    ) {
      warmup = LinearSchedule(initial: initial, end: peak, steps: warmupSteps)
      decay = ExponentialDecay(
        initial: peak, steps: steps, rate: rate, begin: begin, isStaircase: isStaircase, end: end)
      self.warmupSteps = warmupSteps
    }

    static let kind = Kind(
      "warmup_exponential_decay_schedule", short: "warmup-exponential", .optax,
      "Rises to a peak in a straight line and decays exponentially.",
      formula: """
        lr(t) = init_value + (peak_value − init_value)·t/warmup_steps up to warmup_steps, then
                exponential_decay from peak_value, counted from there
        """,
      differs: """
        The peak is at warmup_steps; transition_steps and transition_begin are counted from there, so they exclude the \
        warm-up.
        """,
      source: "`optax.warmup_exponential_decay_schedule`, 0.2.8.",
      example: """
        {"init_value": 0, "peak_value": 0.1, "warmup_steps": 10, "transition_steps": 20, "decay_rate": 0.5, \
        "end_value": 0.005}
        """
    ) {
      Declaration(
        rule: Parameter("init_value", "The first rate."),
        Parameter("peak_value", "The peak."),
        Parameter("warmup_steps", "Steps until the peak."),
        Parameter("transition_steps", "Steps in which decay_rate is multiplied in once; none holds the peak."),
        Parameter("decay_rate", "The factor of transition_steps."),
        Parameter("transition_begin", default: 0, "Steps that the peak is held."),
        Parameter("staircase", default: false, "Whether the rate drops only every transition_steps."),
        Parameter(
          "end_value", default: nil, "The rate that is not passed: the lowest, or for a growing one the highest."),
        make: WarmupExponentialDecaySchedule.init)
    }

    func value(at count: Double) -> Double {
      count < warmupSteps ? warmup.value(at: count) : decay.value(at: count - warmupSteps)
    }

    var length: Double? { decay.length.map { max(0, warmupSteps) + $0 } }

    var phases: [Phase] {
      let warmup = Phase(start: 0, motion: .moves, label: "warm-up")
      return Phase.joined([(0, [warmup]), (warmupSteps, [Phase(start: 0, motion: decay.motion, label: "decay")])])
    }
  }
}
