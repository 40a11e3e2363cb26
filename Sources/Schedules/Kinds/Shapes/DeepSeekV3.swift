import Diagnostics

/// Warms up, stays, falls along half a cosine wave, stays again, and steps down once more.
///
/// The four parts are laid over the total in proportion, each end rounded to a step. Source: DeepSeek-AI 2024,
/// arXiv:2412.19437, section 4.2.
struct DeepSeekV3: Rule {
  private var course: Course
  private let parts: [Double]
  private let ratios: [Double]
  /// Where the stretches behind the first begin, and the total.
  private var ends: [Double] = []

  private init(course: Course, parts: [Double], ratios: [Double]) throws(Diagnostic) {
    self.course = course
    self.parts = parts
    self.ratios = ratios
    guard parts.count == 4, parts.reduce(0, +) > 0 else {
      throw Diagnostic(.value, "“parts” must be four lengths: stable, cosine, second stable, last", of: "parts")
    }
    guard ratios.count == 2 else {
      throw Diagnostic(.value, "“ratios” must be two: behind the cosine, and last", of: "ratios")
    }
    if course.length != nil { _ = try boundaries() }
  }

  static let kind = Kind(
    "deepseek-v3", .shapes,
    "Warms up, stays, falls along half a cosine, stays at a tenth, and steps down once more.",
    formula: """
      lr(t) = b·(s + (1 − s)·t/W)                           t < W
      lr(t) = b                                             t < E₁
      lr(t) = b·(r₁ + (1 − r₁)·(1 + cos πq)/2)              t < E₂, with q = (t − E₁)/(E₂ − E₁)
      lr(t) = b·r₁                                          t < E₃
      lr(t) = b·r₂                                          t ≥ E₃, with Eᵢ = T·(part₁ + … + partᵢ)/(all parts), rounded
      """ + NamedShapes.letters,
    differs:
      "The parts are trillions of tokens unless given, and are laid over total_steps, which includes the warm-up. "
      + "The last ratio is held for ever.",
    source: "DeepSeek-V3: arXiv:2412.19437, section 4.2: 2000 steps of warm-up.",
    example: #"{"total_steps": 15000, "warmup_steps": 500}"#
  ) {
    Declaration(
      rule: Parameter.totalSteps, Parameter.warmupSteps, Parameter.startRatio,
      Parameter(
        "parts", default: [10, 4.3, 0.333, 0.167], in: .between(0, 1e12),
        "Lengths of stable stretch (with the warm-up), cosine, second stable stretch and last one, in any unit."),
      Parameter(
        "ratios", default: [0.1, 7.3 / 220], in: .atLeast(0),
        "The rates behind the cosine and in the last stretch, as parts of the base rate."),
      make: { (total, warmup, start, parts, ratios) throws(Diagnostic) in
        try DeepSeekV3(course: Course(total: total, warmup: warmup, start: start), parts: parts, ratios: ratios)
      })
  }

  mutating func adopt(_ run: RunLength) { course.adopt(run) }
  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) { ends = try boundaries() }

  private func boundaries() throws(Diagnostic) -> [Double] {
    let total = try course.total(leaving: 0)
    let sum = parts.reduce(0, +)
    var passed = 0.0
    let ends = parts.map { part in
      passed += part
      return (total * (passed / sum)).rounded()
    }
    guard course.warmup <= ends[0] else {
      throw Diagnostic(
        .value, "the warm-up must end within the first part, which is \(Shown.number(ends[0])) steps long",
        of: course.length == nil ? nil : "warmup_steps")
    }
    return ends
  }

  func rate(at step: Int, base: Double, group: Int) -> Double {
    let step = Double(step)
    if let factor = course.rise(step) { return base * factor }
    if step < ends[0] { return base }
    if step < ends[1] {
      return base * Fall.between(ratios[0], Fall.cosine((step - ends[0]) / (ends[1] - ends[0])))
    }
    return base * (step < ends[2] ? ratios[0] : ratios[1])
  }

  var length: Double? { course.length }

  var phases: [Phase] {
    guard let ends = try? boundaries() else { return course.phases([(course.warmup, .moves, "stable")]) }
    return course.phases([
      (course.warmup, .moves, "stable"), (ends[0], .moves, "cosine"), (ends[1], .jumps, "stable"),
      (ends[2], .jumps, "last"),
    ])
  }
}
