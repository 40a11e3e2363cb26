import Diagnostics

/// Falls along half a cosine wave to a lowest rate, in one cycle or several.
///
/// lr(t) = m + (b·γⁱ − m)·(1 + cos(π·tᵏ/Tᵏ))/2 with t steps into cycle i, which is T steps long; m after the last.
/// Source: `timm.scheduler.CosineLRScheduler`; arXiv:1608.03983, arXiv:2004.05909.
struct CosineLRScheduler: TimmCurve {
  private var cycles: TimmCycles
  private let power: PythonNumber

  init(first: PythonNumber, lowest: Double, growth: PythonNumber, decay: Double, limit: Double, power: PythonNumber) {
    cycles = TimmCycles(first: first, growth: growth, decay: decay, limit: limit, lowest: lowest)
    self.power = power
  }

  static let kind = Kind(
    "CosineLRScheduler", short: "cosine", .timm,
    "Warm-up, then cosine decay to lr_min, in one or more cycles.",
    formula: """
      lr(t) = m + (h - m) * (1 + cos(pi * c^k / T^k)) / 2    c steps into cycle i of T = t_initial * cycle_mul^i steps
      lr(t) = m                                              from cycle_limit on
      h = b * cycle_decay^i, m = lr_min, k = k_decay
      """,
    differs: """
      lr_min is reached at t_initial and held. Without warmup_prefix the cosine runs underneath the warm-up, so \
      the rate drops when that ends and t_initial includes it; with it, the cosine starts at warmup_t.
      """,
    source: "`timm.scheduler.CosineLRScheduler`, 1.0.31; arXiv:1608.03983.",
    example: #"{"t_initial": 90, "lr_min": 1e-5, "warmup_t": 10, "warmup_lr_init": 1e-4, "warmup_prefix": true}"#
  ) {
    Declaration(
      timm: Parameter.cycleLength, Parameter.lowestOfCycle, Parameter.cycleGrowth, Parameter.cycleDecay,
      Parameter.cycleLimit, Parameter.progressPower, sharing: TimmArguments.Selection(prefix: false),
      make: CosineLRScheduler.init)
  }

  mutating func prepare(_ warmUp: TimmWarmUp) throws(Diagnostic) { cycles.prepare(warmUp) }

  func rate(at step: Double, base: Double) throws(Diagnostic) -> Double {
    let place = try cycles.place(at: step)
    let highest = try cycles.highest(in: place, base: base)
    guard place.index < cycles.limit else { return cycles.lowest }
    let (position, length) = try cycles.powers(of: place, power)
    let angle = try Python.quotient(.pi * (try position.double), try length.double, "the cycle’s length")
    return cycles.lowest + 0.5 * (highest - cycles.lowest) * (1 + (try Python.call(.cos, angle)))
  }

  var length: Double? { cycles.length }
  func beginnings(from start: Double) -> [Phase.Beginning] { cycles.beginnings(from: start) }
}
