import Diagnostics
import Text

/// Falls with two clocks at once, the batches and the epochs.
///
/// lr(t) = b·((t² + B²)/B²)^−¼·((e² + E²)/E²)^−¼·w(t), with e whole epochs. Source: `Eden` of icefall's optimizer for
/// Zipformer, Yao et al. 2024, arXiv:2310.11230.
struct Eden: Rule {
  private let batches: Double
  private let epochs: Double
  private let course: Course
  private var stepsPerEpoch: Double?

  private init(batches: Double, epochs: Double, warmup: Int, start: Double) {
    self.batches = batches
    self.epochs = epochs
    course = Course(total: nil, warmup: warmup, start: start)
  }

  static let kind = Kind(
    "eden", .shapes,
    "Falls with two clocks at once, the batches and the epochs (icefall).",
    formula: """
      lr(t) = b·((t² + B²)/B²)^−¼·((e² + E²)/E²)^−¼·w      e = t / steps_per_epoch, floored
      w = s + (1 − s)·t/W while t < W, then 1
      """ + NamedShapes.letters,
    differs: "The warm-up multiplies a curve that falls already; the epochs' part jumps once an epoch. It has no end.",
    source: "`Eden` of k2-fsa/icefall, for Zipformer: Yao et al. 2024, arXiv:2310.11230.",
    example: #"{"lr_batches": 50, "lr_epochs": 35, "warmup_steps": 10}"#
  ) {
    Declaration(
      rule: Parameter("lr_batches", in: .above(0), "Batches after which the rate falls in earnest: B."),
      Parameter("lr_epochs", in: .above(0), "Epochs after which the rate falls in earnest: E."),
      Parameter("warmup_steps", default: 500, in: .between(0, Parameter<Int>.mostSteps), "Batches of the warm-up."),
      Parameter("start_ratio", default: 0.5, in: .between(0, 1), "The factor of the warm-up at step 0."),
      make: Eden.init)
  }

  mutating func adopt(_ run: RunLength) { stepsPerEpoch = Double(max(1, run.perEpoch)) }

  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
    guard stepsPerEpoch == nil else { return }
    throw Diagnostic(
      .param, "how many steps make an epoch is not known", hint: "give the run's “epochs” and “steps_per_epoch”")
  }

  func rate(at step: Int, base: Double, group: Int) -> Double {
    let step = Double(step)
    let epoch = (step / (stepsPerEpoch ?? 1)).rounded(.down)
    return base * (factor(step, batches) * factor(epoch, epochs)) * (course.rise(step) ?? 1)
  }

  private func factor(_ count: Double, _ scale: Double) -> Double {
    Libm.pow((count * count + scale * scale) / (scale * scale), -0.25)
  }

  /// Without an end of its own, it shows as much as tells its beginning from its fall.
  var length: Double? { max(3 * batches, 3 * course.warmup).rounded(.up) }
  var phases: [Phase] { course.phases([(course.warmup, .moves, "decay")]) }
}
