import Diagnostics
import Text

/// Rises from a tiny rate to a huge one, to see where the loss explodes.
///
/// lr(t) = start·(end/start)^p or start + (end − start)·p, with p = t/T. Source: Smith 2017, arXiv:1506.01186, section 3.3.
struct RangeTest: Rule {
  private enum Growth: String, Choice { case exponential, linear }

  private var course: Course
  private let start: Double
  private let end: Double
  private let growth: Growth
  private var total = 1.0

  private init(totalSteps: Int?, start: Double, end: Double, growth: Growth) {
    course = Course(total: totalSteps, warmup: 0, start: 0)
    self.start = start
    self.end = end
    self.growth = growth
  }

  static let kind = Kind(
    "range-test", .shapes,
    "Rises from a tiny rate to a huge one: the learning-rate finder.",
    formula: """
      lr(t) = start·(end/start)^p          p = t/T, at most 1
      lr(t) = start + (end − start)·p      linear
      """,
    differs:
      "The rates are absolute; the base rate is ignored. As in fastai the last update of total_steps is one step "
      + "short of end_lr, which is then held; deepspeed.LRRangeTest grows without an end.",
    source: "Smith 2017, arXiv:1506.01186, section 3.3; exponential as fastai's `lr_find`.",
    example: #"{"total_steps": 100}"#
  ) {
    Declaration(
      rule: Parameter.totalSteps,
      Parameter("start_lr", default: 1e-7, in: .above(0), "The first rate."),
      Parameter("end_lr", default: 10, in: .above(0), "The rate at the end."),
      Parameter("growth", default: .exponential, "Whether the rate multiplies, or adds up."),
      make: RangeTest.init)
  }

  mutating func adopt(_ run: RunLength) { course.adopt(run) }
  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) { total = try course.total() }

  func rate(at step: Int, base: Double, group: Int) -> Double {
    let progress = min(1, Double(step) / total)
    return switch growth {
    case .exponential: start * Libm.pow(end / start, progress)
    case .linear: start + (end - start) * progress
    }
  }

  var length: Double? { course.length }
}
