import Diagnostics

extension Optax {
  /// Rises to a peak in a straight line and falls along half a cosine wave.
  ///
  /// The whole takes `decay_steps`: the wave has decay_steps − warmup_steps of them, and falls to end/peak of the peak.
  /// Source: `optax.warmup_cosine_decay_schedule`, 0.2.8.
  struct WarmupCosineDecaySchedule: AbsoluteRule {
    private let warmup: LinearSchedule
    private let decay: CosineDecaySchedule
    private let warmupSteps: Double
    private let decaySteps: Double

    init(
      initial: Double, peak: Double, warmupSteps: Double, decaySteps: Double, end: Double, exponent: Double
    ) throws(Diagnostic) {
      guard decaySteps > warmupSteps else {
        throw Diagnostic(
          .value,
          "“decay_steps” includes the warm-up, so it must be greater than “warmup_steps”, not "
            + Shown.number(decaySteps), of: "decay_steps")
      }
      warmup = LinearSchedule(initial: initial, end: peak, steps: warmupSteps)
      let alpha = peak == 0 ? 0 : end / peak
      decay = try CosineDecaySchedule(
        initial: peak, steps: decaySteps - warmupSteps, alpha: alpha, exponent: exponent)
      self.warmupSteps = warmupSteps
      self.decaySteps = decaySteps
    }

    static let kind = Kind(
      "warmup_cosine_decay_schedule", short: "warmup-cosine", .optax,
      "Rises to a peak in a straight line and falls along a half cosine.",
      formula: """
        lr(t) = init_value + (peak_value − init_value)·t/warmup_steps up to warmup_steps, then
                cosine_decay_schedule over decay_steps − warmup_steps from peak_value to end_value, which is held
        """,
      differs: """
        decay_steps includes the warm-up; Keras’ CosineDecay excludes it. The peak is at warmup_steps, as in transformers, \
        and the end is held.
        """,
      source: "`optax.warmup_cosine_decay_schedule`, 0.2.8.",
      example: #"{"init_value": 0, "peak_value": 0.1, "warmup_steps": 10, "decay_steps": 90, "end_value": 0.001}"#
    ) {
      Declaration(
        rule: parameters.initial, parameters.peak, parameters.warmupSteps, parameters.decaySteps, parameters.end,
        parameters.exponent,
        make: WarmupCosineDecaySchedule.init)
    }

    /// The parameters, which `sgdr_schedule` has for each of its cycles.
    static var parameters:
      (
        initial: Parameter<Double>, peak: Parameter<Double>, warmupSteps: Parameter<Double>,
        decaySteps: Parameter<Double>, end: Parameter<Double>, exponent: Parameter<Double>
      )
    {
      (
        Parameter("init_value", "The first rate."),
        Parameter("peak_value", "The peak."),
        Parameter("warmup_steps", "Steps until the peak."),
        Parameter("decay_steps", "Steps of the whole, the warm-up included."),
        Parameter("end_value", default: 0, "The last rate."),
        Parameter("exponent", default: 1, "The power that bends the wave.")
      )
    }

    func value(at count: Double) -> Double {
      count < warmupSteps ? warmup.value(at: count) : decay.value(at: count - warmupSteps)
    }

    var length: Double? { max(1, decaySteps) }

    var phases: [Phase] {
      Phase.stretches([(0, "warm-up"), (max(0, warmupSteps), "cosine"), (max(0, decaySteps), "hold")])
    }
  }
}
