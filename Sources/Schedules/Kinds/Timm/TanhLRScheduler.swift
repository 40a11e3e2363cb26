import Diagnostics
import Text

/// Falls along a hyperbolic tangent to a lowest rate, in one cycle or several.
///
/// lr(t) = m + (b·γⁱ − m)·(1 − tanh(l·(1 − p) + u·p))/2 with p = t/T, t steps into cycle i of T steps; m after the last.
/// Source: `timm.scheduler.TanhLRScheduler`; arXiv:1806.01593.
struct TanhLRScheduler: TimmCurve {
  private let cycles: TimmCycles
  private let lower: Double
  private let upper: Double

  init(
    first: PythonNumber, lower: Double, upper: Double, lowest: Double, growth: PythonNumber, decay: Double,
    limit: Double
  ) throws(Diagnostic) {
    cycles = TimmCycles(first: first, growth: growth, decay: decay, limit: limit, lowest: lowest)
    self.lower = lower
    self.upper = upper
    guard lower < upper else {
      throw Diagnostic(.value, "“lb”, \(Shown.number(lower)), must be less than “ub”, \(Shown.number(upper))", of: "lb")
    }
  }

  static let kind = Kind(
    "TanhLRScheduler", short: "tanh", .timm,
    "Warm-up, then hyperbolic-tangent decay to lr_min, in one or more cycles.",
    formula: """
      lr(t) = m + (h - m) * (1 - tanh(lb * (1 - p) + ub * p)) / 2    p of cycle i over, of t_initial * cycle_mul^i steps
      lr(t) = m                                                      from cycle_limit on
      h = b * cycle_decay^i, m = lr_min
      """,
    differs: """
      It starts and ends a little off: below the base rate by tanh(lb), above lr_min by tanh(ub), then jumps to \
      lr_min and holds it. Without warmup_prefix the warm-up leads to the rate the curve has at warmup_t.
      """,
    source: "`timm.scheduler.TanhLRScheduler`, 1.0.31; arXiv:1806.01593.",
    example: #"{"t_initial": 90, "warmup_t": 10, "warmup_prefix": true}"#
  ) {
    Declaration(
      timm: Parameter.cycleLength, Parameter("lb", default: -7, "Where on the tangent a cycle starts."),
      Parameter("ub", default: 3, "Where it ends."), Parameter.lowestOfCycle, Parameter.cycleGrowth,
      Parameter.cycleDecay,
      Parameter("cycle_limit", role: .cycles, default: 1, in: .atLeast(0), "Cycles before lr_min is held."),
      sharing: TimmArguments.Selection(prefix: false, warmUpBounds: .atLeast(0)), make: TanhLRScheduler.init)
  }

  static var isMetByWarmUp: Bool { true }

  func rate(at step: Double, base: Double) throws(Diagnostic) -> Double {
    let place = try cycles.place(at: step)
    guard place.index < cycles.limit else { return cycles.lowest }
    let highest = try cycles.highest(in: place, base: base)
    let progress = try Python.quotient(place.position, place.length, "the cycle’s length")
    let tangent = Libm.tanh(lower * (1 - progress) + upper * progress)
    return cycles.lowest + 0.5 * (highest - cycles.lowest) * (1 - tangent)
  }

  var length: Double? { cycles.length }
  func beginnings(from start: Double) -> [Phase.Beginning] { cycles.beginnings(from: start) }
}
