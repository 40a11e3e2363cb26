import Diagnostics
import Text

/// The schedules of optax that go from point to point: by scales at boundaries, or in one cycle.
extension Optax {
  static let piecewiseConstantSchedule = Kind(
    "piecewise_constant_schedule", short: "piecewise-constant", .optax,
    "Multiplies the rate by a scale at each boundary.",
    formula: "lr(t) = init_value·∏ scale of every boundary ≤ t",
    differs:
      "Scales multiply up, and act at their boundary as in torch; Keras’ PiecewiseConstantDecay acts one step later.",
    source: "`optax.piecewise_constant_schedule`, 0.2.8.",
    example: #"{"init_value": 0.1, "boundaries_and_scales": {"30": 0.1, "60": 0.1}}"#
  ) {
    Declaration(
      law: initial, scales("What the rate is multiplied by, by the step at which."),
      make: { (initial, given) throws(Diagnostic) in
        let scales = try scales(given)
        // Half as long again as the last boundary, so that the last phase is seen.
        return .absolute(length: scales.last.map { max(1, (1.5 * $0.step).rounded(.up)) }, .jumps) { count in
          var value = initial
          for (step, scale) in scales where step <= count { value *= scale }
          return value
        }
      })
  }

  static let piecewiseInterpolateSchedule = Kind(
    "piecewise_interpolate_schedule", short: "piecewise-interpolate", .optax,
    "Linear or cosine interpolation between the rates at boundaries.",
    formula: "lr(boundary) = init_value·∏ scales up to it, interpolated between boundaries",
    differs: "Scales multiply up, as in piecewise_constant_schedule; the last boundary’s rate is held.",
    source: "`optax.piecewise_interpolate_schedule`, 0.2.8.",
    example: """
      {"interpolate_type": "cosine", "init_value": 0.02, "boundaries_and_scales": {"10": 5, "60": 0.1, "90": 0.5}}
      """
  ) {
    Declaration(
      law: Parameter<Interpolation>("interpolate_type", "Linear or cosine interpolation."), initial,
      scales("What the rate is multiplied by until there, by step."),
      make: { (interpolation, initial, given) throws(Diagnostic) in
        try interpolated(interpolation, from: initial, try scales(given))
      })
  }

  static let linearOnecycleSchedule = Kind(
    "linear_onecycle_schedule", short: "linear-onecycle", .optax,
    "One cycle in straight lines: up to the peak, back, and far below.",
    formula: """
      peak_value/div_factor at 0, peak_value at ⌊pct_start·N⌋, peak_value/div_factor at ⌊pct_final·N⌋,
      peak_value/(div_factor·final_div_factor) at N = transition_steps, lines between
      """,
    differs: """
      The end is the start divided by final_div_factor, as in torch’s OneCycleLR, and is held. The peak is at a whole step, \
      one later than torch’s. Momentum is not driven.
      """,
    source: "`optax.linear_onecycle_schedule`, 0.2.8; arXiv:1708.07120.",
    example: #"{"transition_steps": 90, "peak_value": 0.1}"#
  ) {
    Declaration(
      law: cycleSteps, peak, rise,
      Parameter("pct_final", default: 0.85, "The fraction of the cycle after which the start is reached again."),
      divFactor, finalDivFactor,
      make: { (steps, peak, start, final, divFactor, finalDivFactor) throws(Diagnostic) in
        try oneCycle(
          .linear, from: try quotient(peak, divFactor, "div_factor"),
          through: [
            ((start * steps).rounded(.towardZero), divFactor),
            ((final * steps).rounded(.towardZero), 1 / divFactor),
            (steps, try quotient(1, finalDivFactor, "final_div_factor")),
          ])
      })
  }

  static let cosineOnecycleSchedule = Kind(
    "cosine_onecycle_schedule", short: "cosine-onecycle", .optax,
    "One cycle along half cosines: up to the peak, then far below the initial rate.",
    formula: """
      peak_value/div_factor at 0, peak_value at ⌊pct_start·N⌋,
      peak_value/(div_factor·final_div_factor) at N = transition_steps, half cosines between
      """,
    differs: """
      The end is the start divided by final_div_factor, as in torch’s OneCycleLR, and is held. The peak is at a whole step, \
      one later than torch’s. Momentum is not driven.
      """,
    source: "`optax.cosine_onecycle_schedule`, 0.2.8; arXiv:1708.07120.",
    example: #"{"transition_steps": 90, "peak_value": 0.1}"#
  ) {
    Declaration(
      law: cycleSteps, peak, rise, divFactor, finalDivFactor,
      make: { (steps, peak, start, divFactor, finalDivFactor) throws(Diagnostic) in
        try oneCycle(
          .cosine, from: try quotient(peak, divFactor, "div_factor"),
          through: [
            ((start * steps).rounded(.towardZero), divFactor),
            (steps.rounded(.towardZero), try quotient(1, divFactor * finalDivFactor, "final_div_factor")),
          ])
      })
  }

  private enum Interpolation: String, Choice { case linear, cosine }

  private typealias Scale = (step: Double, value: Double)

  /// The points of a cycle; a later one takes the place of an earlier one at the same step, as in a Python dictionary.
  ///
  /// Throws `error[value]` for what the library refuses: a scale below zero, or a step beyond its integers.
  private static func oneCycle(
    _ interpolation: Interpolation, from initial: Double, through points: [Scale]
  ) throws(Diagnostic) -> Law {
    var scales: [Scale] = []
    for point in points {
      guard point.value >= 0 else { throw Diagnostic(.value, "its scales must be at least 0: is a divisor negative?") }
      guard point.step.magnitude < 9e18 else { throw Diagnostic(.value, "a phase of the cycle is too long") }
      scales.removeAll { $0.step == point.step }
      scales.append(point)
    }
    return try interpolated(interpolation, from: initial, scales.sorted { $0.step < $1.step })
  }

  /// A line or cosine waves through points at 0 and at each boundary, whose values are the products of the scales up to
  /// there; before the first one 0, after the last one the last.
  ///
  /// Throws `error[value]` when a value is not a number, which would make every step's no number in the library.
  private static func interpolated(
    _ interpolation: Interpolation, from initial: Double, _ scales: [Scale]
  ) throws(Diagnostic) -> Law {
    let steps = [0] + scales.map(\.step)
    let values = scales.reduce(into: [initial]) { $0.append(($0.last ?? initial) * $1.value) }
    guard values.allSatisfy(\.isFinite) else { throw Diagnostic(.value, "a value is beyond the range of a double") }
    var phases: [(start: Double, label: String)] = []
    for index in steps.indices.dropLast() where steps[index] >= 0 && phases.count < 100 {
      let (start, end) = (values[index], values[index + 1])
      phases.append((steps[index], start < end ? "rise" : start > end ? "fall" : "hold"))
    }
    let last = steps[steps.count - 1]
    return .absolute(
      length: steps.count > 1 ? max(1, last) : nil, phases: Phase.moving(phases + [(max(0, last), "hold")])
    ) { count in
      if last <= count { return values[values.count - 1] }
      // With boundaries before 0 the points are out of order, as they are in the library.
      for index in steps.indices.dropLast() where steps[index] <= count && count < steps[index + 1] {
        let fraction = (count - steps[index]) / max(steps[index + 1] - steps[index], 1)
        let (start, end) = (values[index], values[index + 1])
        switch interpolation {
        case .linear: return (end - start) * fraction + start
        case .cosine: return end + (start - end) / 2 * (Libm.cos(.pi * fraction) + 1)
        }
      }
      return 0
    }
  }

  /// The scales in the order of their steps; optax refuses a negative one.
  private static func scales(_ given: StepMap?) throws(Diagnostic) -> [Scale] {
    let entries = given?.entries ?? []
    if let negative = entries.first(where: { $0.value < 0 }) {
      throw Diagnostic(
        .value, "the scale at \(negative.step) must be at least 0, not \(Shown.number(negative.value))",
        of: "boundaries_and_scales")
    }
    return entries.map { (Double($0.step), $0.value) }
  }

  /// Divides as Python does, naming the parameter that is 0.
  private static func quotient(_ a: Double, _ b: Double, _ name: String) throws(Diagnostic) -> Double {
    try Python.quotient(a, b, of: name, code: .value)
  }

  private static func scales(_ help: String) -> Parameter<StepMap?> {
    Parameter("boundaries_and_scales", role: .milestones, default: nil, help)
  }

  private static let cycleSteps = Parameter<Double>(
    "transition_steps", role: .length, in: .above(0), "Steps of the whole cycle.")
  private static let rise = Parameter(
    "pct_start", default: 0.3, "The fraction of the cycle after which the peak is reached.")
  private static let divFactor = Parameter(
    "div_factor", default: 25.0, in: .above(0), "The first rate is peak_value / div_factor.")
  private static let finalDivFactor = Parameter(
    "final_div_factor", default: 1e4, in: .above(0), "The last rate is the first one / final_div_factor.")
}
