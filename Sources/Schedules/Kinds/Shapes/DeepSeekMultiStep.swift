import Diagnostics

/// Warms up, and steps down at fractions of the total.
///
/// lr(t) = b·(s + (1 − s)·t/W), b, and from the last Fᵢ·T, rounded, that is not after t on, b·rᵢ. Source: DeepSeek-AI 2024,
/// arXiv:2401.02954, section 2.3.
struct DeepSeekMultiStep: Rule {
  private var course: Course
  private let fractions: [Double]
  private let ratios: [Double]
  private var boundaries: [Double] = []

  private init(course: Course, fractions: [Double], ratios: [Double]) throws(Diagnostic) {
    self.course = course
    self.fractions = fractions
    self.ratios = ratios
    guard fractions.count == ratios.count else {
      throw Diagnostic(
        .value, "each of the \(fractions.count) fractions needs a ratio, and there are \(ratios.count)", of: "ratios")
    }
    guard zip(fractions, fractions.dropFirst()).allSatisfy(<) else {
      throw Diagnostic(.value, "“fractions” must rise", of: "fractions")
    }
    if course.length != nil { _ = try course.total(leaving: 0) }
  }

  static let kind = Kind(
    "deepseek-multistep", .shapes,
    "Warms up, and steps down at 80 % and at 90 % of the total.",
    formula: """
      lr(t) = b·(s + (1 − s)·t/W)     t < W
      lr(t) = b                       t < F₁·T
      lr(t) = b·rᵢ                    t ≥ Fᵢ·T, rounded to a step
      """ + NamedShapes.letters,
    differs: "MultiStepLR multiplies by gamma at absolute milestones; the ratios here are parts of the base rate. "
      + "total_steps includes the warm-up, and the last ratio is held for ever.",
    source: "DeepSeek LLM: arXiv:2401.02954, section 2.3: 2000 steps of warm-up, then 31.6 % and 10 %.",
    example: #"{"total_steps": 20000, "warmup_steps": 2000}"#
  ) {
    Declaration(
      rule: Parameter.totalSteps, Parameter.warmupSteps, Parameter.startRatio,
      Parameter("fractions", default: [0.8, 0.9], in: .between(0, 1), "The parts of the total at which it steps."),
      Parameter(
        "ratios", default: [0.316, 0.1], in: .atLeast(0), "The rates from there on, as parts of the base rate."),
      make: { (total, warmup, start, fractions, ratios) throws(Diagnostic) in
        try DeepSeekMultiStep(
          course: Course(total: total, warmup: warmup, start: start), fractions: fractions, ratios: ratios)
      })
  }

  mutating func adopt(_ run: RunLength) { course.adopt(run) }

  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
    boundaries = boundaries(in: try course.total(leaving: 0))
  }

  private func boundaries(in total: Double) -> [Double] { fractions.map { ($0 * total).rounded() } }

  func rate(at step: Int, base: Double, group: Int) -> Double {
    let step = Double(step)
    if let factor = course.rise(step) { return base * factor }
    let passed = Python.bisect(boundaries, step)
    return passed == 0 ? base : base * ratios[passed - 1]
  }

  var length: Double? { course.length }

  var phases: [Phase] {
    let boundaries = course.total.map(boundaries) ?? []
    return course.phases(
      [(course.warmup, .jumps, "stable")]
        + zip(boundaries, ratios).filter { $0.0 >= course.warmup }.prefix(100).map {
          ($0, .jumps, "× \(Shown.number($1))")
        })
  }
}
