import Diagnostics

/// Leaves the rate as it is.
///
/// Source: `transformers.get_constant_schedule`.
struct ConstantSchedule: Rule {
  /// Only how long the run is, for nothing ends.
  let length: Double?

  static let kind = Kind(
    "constant", .transformers,
    "Keeps the base rate.",
    formula: "lr(s) = b",
    differs: "Whatever get_scheduler is given besides, it warms nothing up and never ends.",
    source: "`transformers.get_scheduler(\"constant\")`, 5.23.0.",
    example: #"{"num_training_steps": 100}"#
  ) {
    Declaration(
      rule: Parameter("num_warmup_steps", default: WarmUpSteps?.none, "Ignored, as get_scheduler does."),
      Parameter.trainingSteps,
      make: { (_, length) throws(Diagnostic) in ConstantSchedule(length: length) })
  }

  func rate(at step: Int, base: Double, group: Int) throws(Diagnostic) -> Double { base }

  var motion: Motion { .jumps }
}
