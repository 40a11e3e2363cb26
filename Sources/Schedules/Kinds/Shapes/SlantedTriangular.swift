import Diagnostics

/// Rises steeply along a line, and falls slowly along another.
///
/// lr(t) = b·(1 + p·(ratio − 1))/ratio, with cut = ⌊T·cut_frac⌋, p = t/cut before it and 1 − (t − cut)/(T − cut) behind.
/// Source: ULMFiT, Howard & Ruder 2018, arXiv:1801.06146, eq. 3.
struct SlantedTriangular: Rule {
  private var course: Course
  private let cutFraction: Double
  private let ratio: Double
  private var total = 0.0
  private var cut = 0.0

  private init(totalSteps: Int?, cutFraction: Double, ratio: Double) {
    course = Course(total: totalSteps, warmup: 0, start: 0)
    self.cutFraction = cutFraction
    self.ratio = ratio
  }

  static let kind = Kind(
    "slanted-triangular", .shapes,
    "Rises steeply along a line, and falls slowly along another (ULMFiT).",
    formula: """
      lr(t) = b·(1 + p·(ratio − 1))/ratio       cut = T·cut_frac, floored
      p = t/cut                                 t < cut
      p = 1 − (t − cut)/(T − cut)               t < T, then 0
      """,
    differs:
      "Begins and ends at a ratio-th of the peak, which is the base rate. The last update of total_steps is one step "
      + "short of the end, and the end is held.",
    source: "ULMFiT: Howard & Ruder 2018, arXiv:1801.06146, eq. 3; AllenNLP's `slanted_triangular`.",
    example: #"{"total_steps": 1000}"#
  ) {
    Declaration(
      rule: Parameter.totalSteps,
      Parameter("cut_frac", default: 0.1, in: .from(0, below: 1), "The part of the total that rises."),
      Parameter("ratio", default: 32, in: .atLeast(1), "How many times lower the ends are than the peak."),
      make: SlantedTriangular.init)
  }

  mutating func adopt(_ run: RunLength) { course.adopt(run) }

  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
    total = try course.total()
    cut = (total * cutFraction).rounded(.down)
  }

  func rate(at step: Int, base: Double, group: Int) -> Double {
    let step = Double(step)
    let part = step < cut ? step / cut : max(0, 1 - (step - cut) / (total - cut))
    return base * (1 + part * (ratio - 1)) / ratio
  }

  var length: Double? { course.length }

  var phases: [Phase] {
    guard let total = course.total else { return [] }
    return course.phases([
      (0, .moves, "rise"), ((total * cutFraction).rounded(.down), .moves, "fall"), (total, .moves, "end"),
    ])
  }
}
