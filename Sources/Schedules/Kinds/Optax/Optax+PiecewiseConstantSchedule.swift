import Diagnostics

extension Optax {
  /// Multiplies the rate by a scale at each boundary.
  ///
  /// lr(t) = init·∏ scaleᵢ over the boundaries bᵢ ≤ t. Source: `optax.piecewise_constant_schedule`, 0.2.8.
  struct PiecewiseConstantSchedule: AbsoluteRule {
    let initial: Double
    let boundaries: StepMap?

    init(initial: Double, boundaries: StepMap?) throws(Diagnostic) {
      self.initial = initial
      self.boundaries = boundaries
      try boundaries?.checkScales()
    }

    static let kind = Kind(
      "piecewise_constant_schedule", short: "piecewise-constant", .optax,
      "Multiplies the rate by a scale at each boundary.",
      formula: "lr(t) = init_value·∏ scale of every boundary ≤ t",
      differs:
        "Scales multiply up, and act at their boundary as in torch; Keras’ PiecewiseConstantDecay acts one step later.",
      source: "`optax.piecewise_constant_schedule`, 0.2.8.",
      example: #"{"init_value": 0.1, "boundaries_and_scales": {"30": 0.1, "60": 0.1}}"#
    ) {
      Declaration(
        rule: Parameter("init_value", "The first rate."),
        Parameter("boundaries_and_scales", default: nil, "What the rate is multiplied by, by the step at which."),
        make: PiecewiseConstantSchedule.init)
    }

    func value(at count: Double) -> Double {
      var value = initial
      for (step, scale) in boundaries?.entries ?? [] where Double(step) <= count { value *= scale }
      return value
    }

    /// Half as long again as the last boundary, so that the last stretch is seen.
    var length: Double? { boundaries?.entries.last.map { max(1, (1.5 * Double($0.step)).rounded(.up)) } }
    var motion: Motion { .jumps }
  }
}

extension StepMap {
  /// Refuses a negative scale, as optax's piecewise schedules do.
  func checkScales() throws(Diagnostic) {
    guard let negative = entries.first(where: { $0.value < 0 }) else { return }
    throw Diagnostic(
      .value, "the scale at \(negative.step) must be at least 0, not \(Shown.number(negative.value))",
      of: "boundaries_and_scales")
  }
}
