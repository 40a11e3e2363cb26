import Diagnostics

extension Optax {
  /// Goes from scale to scale along lines or cosine waves.
  ///
  /// The value at each boundary is init·∏ of the scales up to it; between two boundaries the rate goes along a line or half
  /// a cosine wave. Source: `optax.piecewise_interpolate_schedule`, 0.2.8.
  struct PiecewiseInterpolateSchedule: AbsoluteRule {
    private let knots: Knots

    init(_ interpolation: Knots.Interpolation, initial: Double, boundaries: StepMap?) throws(Diagnostic) {
      try boundaries?.checkScales()
      let scales = boundaries?.entries.map { (step: Double($0.step), value: $0.value) } ?? []
      knots = try Knots(interpolation, from: initial, scales: scales)
    }

    static let kind = Kind(
      "piecewise_interpolate_schedule", short: "piecewise-interpolate", .optax,
      "Goes to the next boundary’s rate along a line or a half cosine.",
      formula: "lr(boundary) = init_value·∏ scales up to it, interpolated between boundaries",
      differs: "Scales multiply up, as in piecewise_constant_schedule; the last boundary’s rate is held.",
      source: "`optax.piecewise_interpolate_schedule`, 0.2.8.",
      example: """
        {"interpolate_type": "cosine", "init_value": 0.02, "boundaries_and_scales": {"10": 5, "60": 0.1, "90": 0.5}}
        """
    ) {
      Declaration(
        rule: Parameter("interpolate_type", "Along straight lines, or half cosine waves."),
        Parameter("init_value", "The first rate."),
        Parameter("boundaries_and_scales", default: nil, "What the rate is multiplied by until there, by step."),
        make: PiecewiseInterpolateSchedule.init)
    }

    func value(at count: Double) -> Double { knots.value(at: count) }

    var length: Double? { knots.length }
    var phases: [Phase] { knots.phases }
  }
}
