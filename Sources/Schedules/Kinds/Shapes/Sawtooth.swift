import Diagnostics
import Text

/// Falls along a line, and jumps back to the peak, again and again.
///
/// lr(t) = b·gⁱ·(1 − p + m·p) in cycle i = ⌊t/C⌋, with p = (t − i·C)/C.
struct Sawtooth: Rule {
  let cycleSteps: Int
  let gamma: Double
  let minRatio: Double

  static let kind = Kind(
    "sawtooth", .shapes,
    "Falls along a line and jumps back to the peak, again and again.",
    formula: """
      lr(t) = b·gⁱ·(1 − p + m·p)       i = t / C, floored, p = (t − i·C)/C
      """,
    differs:
      "keras.PolynomialDecay with cycle makes ever longer and lower teeth; CosineAnnealingWarmRestarts falls along "
      + "cosines. m itself is never seen: the next tooth takes its place. It has no end.",
    source: "Restarts after Loshchilov & Hutter 2017, arXiv:1608.03983, along the line of arXiv:1905.04753.",
    example: #"{"cycle_steps": 250, "gamma": 0.8}"#
  ) {
    Declaration(
      rule: Parameter("cycle_steps", in: .between(1, Parameter<Int>.mostSteps), "Steps of a tooth: C."),
      Parameter("gamma", default: 1, in: .between(0, 1), "How high a peak is, as a part of the one before."),
      Parameter("min_ratio", default: 0, in: .between(0, 1), "Where a tooth ends, as a part of its peak."),
      make: Sawtooth.init)
  }

  func rate(at step: Int, base: Double, group: Int) -> Double {
    let (cycle, into) = step.quotientAndRemainder(dividingBy: cycleSteps)
    let fall = Fall.linear(Double(into) / Double(cycleSteps))
    return base * Libm.pow(gamma, Double(cycle)) * Fall.between(minRatio, fall)
  }

  /// Without an end of its own, it shows four teeth.
  var length: Double? { 4 * Double(cycleSteps) }

  var phases: [Phase] {
    (0..<50).map { Phase(start: $0 * cycleSteps, motion: .moves, label: "cycle \($0 + 1)") }
  }
}
