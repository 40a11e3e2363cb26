/// The words that named shapes share.
extension Parameter<Int?> {
  static let totalSteps = Parameter(
    "total_steps", default: nil, in: .between(1, Parameter<Int>.mostSteps),
    "Steps of the whole schedule, its warm-up included; the run's unless given.")

  static func decaySteps(_ help: String) -> Parameter {
    Parameter("decay_steps", default: nil, in: .between(0, Parameter<Int>.mostSteps), help)
  }
}

extension Parameter<Int> {
  /// The most steps that anything takes: whole numbers up to here, and their sums, are exact as doubles.
  static let mostSteps = 1e12

  static let warmupSteps = Parameter(
    "warmup_steps", default: 0, in: .between(0, mostSteps), "Steps of the linear warm-up; the peak is at this step.")

  static let holdSteps = Parameter(
    "hold_steps", default: 0, in: .between(0, mostSteps), "Steps at the peak behind the warm-up.")
}

extension Parameter<Double> {
  static let startRatio = Parameter(
    "start_ratio", default: 0, in: .between(0, 1), "The rate of step 0, if it warms up, as a part of the base rate.")

  static func minRatio(_ standard: Double) -> Parameter {
    Parameter(
      "min_ratio", default: standard, in: .between(0, 1), "The rate at the end, as a part of the base rate.")
  }
}

extension Parameter<Decay> {
  static func decay(_ standard: Decay) -> Parameter {
    Parameter("decay", default: standard, "How the rate comes down in the end.")
  }
}
