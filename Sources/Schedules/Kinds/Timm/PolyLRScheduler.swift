import Diagnostics

/// Falls along a power of what is left to a lowest rate, in one cycle or several.
///
/// lr(t) = m + (b·γⁱ − m)·(1 − tᵏ/Tᵏ)ᵖ with t steps into cycle i, which is T steps long; m after the last.
/// Source: `timm.scheduler.PolyLRScheduler`; arXiv:2004.05909.
struct PolyLRScheduler: TimmCurve {
  private var cycles: TimmCycles
  private let power: Double
  private let progressPower: PythonNumber

  init(
    first: PythonNumber, power: Double, lowest: Double, growth: PythonNumber, decay: Double, limit: Double,
    progressPower: PythonNumber
  ) {
    cycles = TimmCycles(first: first, growth: growth, decay: decay, limit: limit, lowest: lowest)
    self.power = power
    self.progressPower = progressPower
  }

  static let kind = Kind(
    "PolyLRScheduler", short: "poly", .timm,
    "Warm-up, then polynomial decay to lr_min, in one or more cycles.",
    formula: """
      lr(t) = m + (h - m) * (1 - c^k / T^k)^power    c steps into cycle i of T = t_initial * cycle_mul^i steps
      lr(t) = m                                      from cycle_limit on
      h = b * cycle_decay^i, m = lr_min, k = k_decay
      """,
    differs: """
      The power is 0.5 by default, steep at the end. Without warmup_prefix the fall runs underneath the warm-up, \
      so the rate drops when that ends and t_initial includes it. torch's PolynomialLR has no lowest rate.
      """,
    source: "`timm.scheduler.PolyLRScheduler`, 1.0.31.",
    example: #"{"t_initial": 90, "power": 2, "warmup_t": 10, "warmup_prefix": true}"#
  ) {
    Declaration(
      timm: Parameter.cycleLength, Parameter("power", default: 0.5, "The power; 1 is linear."),
      Parameter.lowestOfCycle, Parameter.cycleGrowth, Parameter.cycleDecay, Parameter.cycleLimit,
      Parameter.progressPower, sharing: TimmArguments.Selection(prefix: false), make: PolyLRScheduler.init)
  }

  mutating func prepare(_ warmUp: TimmWarmUp) throws(Diagnostic) { cycles.prepare(warmUp) }

  func rate(at step: Double, base: Double) throws(Diagnostic) -> Double {
    let place = try cycles.place(at: step)
    let highest = try cycles.highest(in: place, base: base)
    guard place.index < cycles.limit else { return cycles.lowest }
    let (position, length) = try cycles.powers(of: place, progressPower)
    let over = try position.quotient(by: length, "the cycle’s length")
    return cycles.lowest + (highest - cycles.lowest) * (try Python.power(1 - over, power))
  }

  var length: Double? { cycles.length }
  func beginnings(from start: Double) -> [Phase.Beginning] { cycles.beginnings(from: start) }
}
