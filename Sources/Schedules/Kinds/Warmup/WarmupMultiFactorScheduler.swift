import Diagnostics

/// Raises the rate linearly to the base rate, then multiplies it by γ again and again.
///
/// With a = t/W, lr(t) = b·(f·(1 − a) + a) up to W, which for f = 0 is b·t/W; then b·γⁿ, where n is the number of
/// milestones that t has reached, or ⌊(t − W)/S⌋. Milestones within the warm-up count there, too.
/// Source: the warm-up schedulers of maskrcnn-benchmark and Deformable ConvNets; He et al. 2015, arXiv:1512.03385, 4.2.
struct WarmupMultiFactorScheduler: Rule {
  private enum Drops: Sendable {
    case milestones([Double])
    case every(Double)
  }

  private let drops: Drops
  private let gamma: Double
  private let warmupIters: Double
  private let warmupFactor: Double

  init(
    milestones: [Double]?, stepIters: Double?, gamma: Double, warmupIters: Double, warmupFactor: Double
  ) throws(Diagnostic) {
    switch (milestones, stepIters) {
    case (let milestones?, nil): drops = .milestones(milestones)
    case (nil, let stepIters?): drops = .every(stepIters)
    default: throw .told
    }
    if let milestones, milestones != milestones.sorted() {
      throw Diagnostic(.value, "“milestones” must increase", of: "milestones")
    }
    self.gamma = gamma
    self.warmupIters = warmupIters
    self.warmupFactor = warmupFactor
  }

  static let kind = Kind(
    "WarmupMultiFactorScheduler", short: "warmup-multi", .warmup,
    "Raises the rate to the base rate, then multiplies it by gamma at each milestone or every step_iters.",
    formula: """
      lr(t) = b·(warmup_factor·(1 − a) + a)·gammaⁿ with a = t/warmup_iters up to warmup_iters, then b·gammaⁿ
      n = milestones reached, or ⌊(t − warmup_iters)/step_iters⌋ after the warm-up
      """,
    differs: """
      The peak is at warmup_iters, and a drop at its milestone. Milestones count from the very beginning, as those of \
      MultiStepLR do; step_iters from the end of the warm-up. MXNet's class of the same name drops one iteration later.
      """,
    source: "`WarmupMultiStepLR` of maskrcnn-benchmark, `WarmupMultiFactorScheduler` of Deformable ConvNets.",
    example: #"{"milestones": [50, 80], "warmup_iters": 10}"#
  ) {
    Declaration(
      rule: Parameter("milestones", default: nil, "Iterations at which the rate drops, in increasing order."),
      Parameter("step_iters", default: nil, in: .above(0), "Iterations from one drop to the next, after the warm-up."),
      Parameter("gamma", default: 0.1, "The factor of each drop."),
      Parameter("warmup_iters", in: .atLeast(0), "Iterations until the base rate."),
      Parameter("warmup_factor", default: 0, "The part of the base rate that the warm-up begins with."),
      make: WarmupMultiFactorScheduler.init
    ).requiring(.oneOf("milestones", "step_iters"))
  }

  func rate(at step: Int, base: Double, group: Int) throws(Diagnostic) -> Double {
    let iteration = Double(step)
    var factor = 1.0
    if iteration < warmupIters {
      let passed = iteration / warmupIters
      factor = warmupFactor * (1 - passed) + passed
    }
    return base * factor * (try Python.power(gamma, drops(at: iteration)))
  }

  private func drops(at iteration: Double) -> Double {
    switch drops {
    case .milestones(let milestones): Double(Python.bisect(milestones, iteration))
    case .every(let size): max(0, ((iteration - warmupIters) / size).rounded(.down))
    }
  }

  /// Half as long again as what there is to see, so that the last stretch is seen.
  var length: Double? {
    switch drops {
    case .milestones(let milestones): (1.5 * max(warmupIters, milestones.last ?? 0)).rounded(.up)
    case .every(let size): warmupIters + 3 * size
    }
  }

  var interval: Interval? { .step }

  var phases: [Phase] {
    let warmUp = Phase(start: 0, motion: .moves, label: "warm-up")
    return Phase.joined([(0, [warmUp]), (warmupIters, [Phase(start: 0, motion: .jumps, label: "multistep")])])
  }

  var motion: Motion { .jumps }
}
