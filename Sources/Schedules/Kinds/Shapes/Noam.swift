import Diagnostics
import Text

/// Warms up along a line, and falls with the inverse square root of the step: the Transformer's schedule.
///
/// lr(t) = scale·d^−½·min(n^−½, n·W^−³ᐟ²) with n = t + 1. Source: Vaswani et al. 2017, arXiv:1706.03762, eq. 3.
struct Noam: Rule {
  private let modelSize: Double?
  private let warmup: Double
  private let scale: Double

  private init(modelSize: Int?, warmup: Int, scale: Double) {
    self.modelSize = modelSize.map(Double.init)
    self.warmup = Double(warmup)
    self.scale = scale
  }

  static let kind = Kind(
    "noam", .shapes,
    "Warms up along a line, and falls with the inverse square root of the step (Transformer).",
    formula: """
      lr(t) = scale·d^−½·min(n^−½, n·W^−3⁄2)       n = t + 1
      lr(t) = scale·b·W^½·min(n^−½, n·W^−3⁄2)      without d_model: the base rate is the peak
      """,
    differs:
      "With d_model the base rate is ignored, as in the paper. Counts from one as tensor2tensor and ESPnet do: the "
      + "peak is at step warmup_steps − 1; Paddle and AllenNLP count from zero. It has no end.",
    source: "Vaswani et al. 2017, arXiv:1706.03762, eq. 3; without d_model ESPnet's `WarmupLR`.",
    example: #"{"d_model": 512, "warmup_steps": 4000}"#
  ) {
    Declaration(
      rule: Parameter<Int?>(
        "d_model", default: nil, in: .between(1, 1e9), "The width of the model; none makes the base rate the peak."),
      Parameter("warmup_steps", default: 4000, in: .between(1, Parameter<Int>.mostSteps), "Steps of the warm-up."),
      Parameter("scale", default: 1, in: .atLeast(0), "A factor on everything."),
      make: Noam.init)
  }

  func rate(at step: Int, base: Double, group: Int) -> Double {
    let count = Double(step) + 1
    let peak = modelSize.map { Libm.pow($0, -0.5) } ?? base * warmup.squareRoot()
    return scale * peak * min(Libm.pow(count, -0.5), count * Libm.pow(warmup, -1.5))
  }

  /// Without an end of its own, it shows as much as tells the warm-up from the fall.
  var length: Double? { 5 * warmup }

  var phases: [Phase] {
    Course(total: nil, warmup: 0, start: 0).phases([(0, .moves, "warm-up"), (warmup - 1, .moves, "decay")])
  }
}
