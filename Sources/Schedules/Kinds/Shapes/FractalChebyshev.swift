import Diagnostics
import Text

/// Steps through the rates that solve a quadratic problem fastest, in an order that stays stable.
///
/// lr(t) = b/κ / (c − r·cos(π·(σ(t) + ½)/T)), with c, r = (1 ± 1/κ)/2 and σ the fractal order: σ₁ = (0), and σ₂ₙ has σₙ in its
/// even places and 2n − 1 − σₙ in its odd ones. Source: Agarwal, Goel & Zhang 2021, arXiv:2103.01338.
struct FractalChebyshev: Rule {
  private var course: Course
  private let condition: Double
  private var total = 1

  private init(totalSteps: Int?, condition: Double) throws(Diagnostic) {
    course = Course(total: totalSteps, warmup: 0, start: 0)
    self.condition = condition
    if totalSteps != nil { try plan() }
  }

  static let kind = Kind(
    "chebyshev", .shapes,
    "Steps through Chebyshev's rates in the fractal order.",
    formula: """
      lr(t) = (b/κ) / (c − r·cos(π·(σ(t) + ½)/T))       c = (1 + 1/κ)/2, r = (1 − 1/κ)/2
      σ₁ = (0);  σ₂ₙ = (σₙ(0), 2n − 1 − σₙ(0), σₙ(1), 2n − 1 − σₙ(1), …)
      """,
    differs:
      "The total must be a power of two, for the order doubles. The base rate is above all of them; they go down to "
      + "a κ-th of it. Behind the total it begins again.",
    source: "Agarwal, Goel & Zhang 2021, arXiv:2103.01338.",
    example: #"{"total_steps": 128, "condition": 10}"#
  ) {
    Declaration(
      rule: Parameter.totalSteps,
      Parameter("condition", default: 10, in: .atLeast(1), "The largest curvature over the smallest: κ."),
      make: FractalChebyshev.init)
  }

  mutating func adopt(_ run: RunLength) { course.adopt(run) }
  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) { try plan() }

  private mutating func plan() throws(Diagnostic) {
    let count = Int(exactly: try course.total()) ?? 0
    guard count.nonzeroBitCount == 1 else {
      throw Diagnostic(
        .value, "the total must be a power of two, not \(count)", of: course.length == nil ? nil : "total_steps")
    }
    total = count
  }

  func rate(at step: Int, base: Double, group: Int) -> Double {
    let (centre, radius) = ((1 + 1 / condition) / 2, (1 - 1 / condition) / 2)
    let angle = (Double(place(of: step % total)) + 0.5) / Double(total) * .pi
    return base / condition / (centre - radius * Libm.cos(angle))
  }

  /// Where a step stands among the rates: each bit of the step, from the highest, doubles the order once.
  private func place(of step: Int) -> Int {
    var place = 0
    var length = 1
    var bit = total >> 1
    while bit > 0 {
      length *= 2
      if step & (total / length) != 0 { place = length - 1 - place }
      bit >>= 1
    }
    return place
  }

  var length: Double? { course.length }
  var motion: Motion { .jumps }
}
