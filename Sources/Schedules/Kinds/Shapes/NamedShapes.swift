import Diagnostics

extension Family {
  static let shapes = Family(name: "shapes", title: "Named shapes", isDefault: true, interval: .step) {
    NamedShapes.kinds
  }
}

/// Schedules that papers gave a name, and that belong to no framework.
///
/// They are stepped every step, as the runs they come from are; a node may say `"interval": "epoch"`. They have one
/// vocabulary and one rule of counting: the total includes the warm-up, the peak is at step `warmup_steps`, step
/// t < `total_steps` has the shape at (t − warm-up) / (total − warm-up), so that the last update of a run is one step short
/// of the end, and from `total_steps` on the end is held.
enum NamedShapes {
  static let kinds: [Kind] = descents + stableShapes + roots + waves + drawn + [Product.kind, NewBob.kind]

  /// What the letters in formulas mean: a last line for them.
  static let letters =
    "\nb base rate, s start_ratio, W warmup_steps, H hold_steps, D decay_steps, T total_steps, m min_ratio"

  /// Declares a shape by what it has after its horizon.
  @_semantics("optimize.sil.specialize.generic.never")
  static func declaration<each Value: ParameterValue>(
    _ parameter: repeat Parameter<each Value>,
    law: @escaping @Sendable (Horizon, repeat each Value) throws(Diagnostic) -> Law
  ) -> Declaration {
    Declaration(
      bound: Parameter.totalSteps, Parameter.warmupSteps, Parameter.startRatio, Parameter.warmupShape,
      Parameter.warmupFrom, repeat each parameter
    ) { (context, total, warmup, start, curve, counting, value: repeat each Value) throws(Diagnostic) in
      let rise = Rise(start: start, curve: curve, counting: counting)
      return try law(Horizon(total: total, warmup: warmup, rise: rise, in: context.run), repeat each value)
    }
  }
}

// The words that named shapes share.

extension Parameter<Int?> {
  static let totalSteps = Parameter(
    "total_steps", role: .length, default: nil, in: .between(1, Parameter<Int>.mostSteps),
    "Steps of the whole schedule, its warm-up included. Default: the run's.")

  static func decaySteps(_ help: String) -> Parameter {
    Parameter("decay_steps", role: .decay, default: nil, in: .between(0, Parameter<Int>.mostSteps), help)
  }
}

extension Parameter<Int> {
  /// The most steps that anything takes: whole numbers up to here, and their sums, are exact as doubles.
  static let mostSteps = 1e12

  static let warmupSteps = Parameter(
    "warmup_steps", role: .warmup, default: 0, in: .between(0, mostSteps),
    "Steps of the warm-up; the peak is at this step.")

  static let holdSteps = Parameter(
    "hold_steps", role: .hold, default: 0, in: .between(0, mostSteps), "Steps at the peak after the warm-up.")

  /// Steps of a decay that may be left out.
  static func decaySteps(_ help: String) -> Parameter {
    Parameter("decay_steps", role: .decay, default: 0, in: .between(0, mostSteps), help)
  }
}

extension Parameter<Double> {
  static let startRatio = Parameter(
    "start_ratio", role: .start, default: 0, in: .between(0, 1),
    "The rate of step 0, if it warms up, as a fraction of the base rate.")

  static func minRatio(_ standard: Double) -> Parameter {
    Parameter(
      "min_ratio", default: standard, in: .between(0, 1),
      "The rate at the end, as a fraction of the base rate.")
  }
}

extension Parameter<Rise.Curve> {
  static let warmupShape = Parameter(
    "warmup_shape", default: .linear,
    "The curve of the warm-up; exponential is start_ratio^(1 − part), constant stays at start_ratio.")
}

extension Parameter<Rise.Counting> {
  static let warmupFrom = Parameter(
    "warmup_from", default: .zero,
    "How it counts: zero t/W, one (t + 1)/W, one_of_w_plus_1 (t + 1)/(W + 1), inclusive t/(W − 1).")
}

extension Parameter<Decay> {
  static func decay(_ standard: Decay) -> Parameter {
    Parameter("decay", default: standard, "The shape of the final decay.")
  }
}
