import Diagnostics
import Text

/// Falls as a hyperbola does, in the logarithm of the rate.
///
/// lr(t) = b·(1/m)^(h(x) − h(0)), with x = t − W, N = T − W and h(x) = √((N − x)/U·(2 − (N + x)/U)).
/// Source: Kim 2024, arXiv:2407.15200, eq. 10.
struct ExpHyperbolicLR: Rule {
  private var hyperbola: Hyperbola
  private let minRatio: Double

  static let kind = Kind(
    "exp-hyperbolic", .shapes,
    "Falls as hyperbolic does, in the logarithm of the rate.",
    formula: """
      lr(t) = b·(s + (1 − s)·t/W)                  t < W
      lr(t) = b·(1/m)^(h(x) − h(0))                x = t − W, N = T − W, h(x) = √((N − x)/U·(2 − (N + x)/U))
      """ + NamedShapes.letters,
    differs:
      "Gets to min_ratio only if the total is upper_bound, for other lengths it ends above. Here \(Descent.counting)",
    source: "Kim 2024, arXiv:2407.15200; `ExpHyperbolicLR` of github.com/Axect/HyperbolicLR.",
    example: #"{"total_steps": 250, "upper_bound": 300, "min_ratio": 0.001}"#
  ) {
    Declaration(
      rule: Parameter.totalSteps, Parameter.warmupSteps, Parameter.startRatio,
      Parameter("min_ratio", in: .above(0, atMost: 1), "The rate at upper_bound, as a part of the base rate."),
      Parameter.upperBound,
      make: { (total, warmup, start, minRatio, bound) throws(Diagnostic) in
        ExpHyperbolicLR(
          hyperbola: try Hyperbola(Course(total: total, warmup: warmup, start: start), bound: bound), minRatio: minRatio
        )
      })
  }

  mutating func adopt(_ run: RunLength) { hyperbola.adopt(run) }
  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) { try hyperbola.prepare() }

  func rate(at step: Int, base: Double, group: Int) -> Double {
    switch hyperbola.place(of: step) {
    case .rise(let factor): base * factor
    case .fall(let difference): base * Libm.pow(1 / minRatio, difference)
    }
  }

  var length: Double? { hyperbola.length }
  var phases: [Phase] { hyperbola.phases }
}
