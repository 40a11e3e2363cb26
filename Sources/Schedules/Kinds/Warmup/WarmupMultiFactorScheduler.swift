import Diagnostics

/// Raises the rate linearly to the base rate, then multiplies it by γ again and again.
///
/// With a = t/W, lr(t) = b·(f·(1 − a) + a) up to W, which for f = 0 is b·t/W; then b·γⁿ, where n is the number of
/// milestones that t has reached, or ⌊(t − W)/S⌋. Milestones within the warm-up count there, too.
/// Source: the warm-up schedulers of maskrcnn-benchmark and Deformable ConvNets; He et al. 2015, arXiv:1512.03385, 4.2.
enum WarmupMultiFactorScheduler {
  static let kind = Kind(
    "WarmupMultiFactorScheduler", short: "warmup-multi", .warmup,
    "Linear warm-up, then drops by gamma at each milestone or every step_iters.",
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
      law: Parameter<[Double]?>(
        "milestones", role: .milestones, default: nil,
        "Iterations at which the rate drops, in increasing order."),
      Parameter<Double?>(
        "step_iters", role: .period, default: nil, in: .above(0),
        "Iterations between drops, after the warm-up."),
      Parameter("gamma", role: .factor, default: 0.1, "The factor of each drop."),
      Parameter<Double>(
        "warmup_iters", role: .warmup, in: .atLeast(0), "Iterations until the base rate."),
      Parameter(
        "warmup_factor", role: .start, default: 0.0, "The initial rate of the warm-up, as a fraction of the base rate."),
      make: law
    ).requiring(.oneOf("milestones", "step_iters"))
  }

  private static func law(
    _ milestones: [Double]?, _ stepIters: Double?, _ gamma: Double, _ warmup: Double, _ warmupFactor: Double
  ) throws(Diagnostic) -> Law {
    if let milestones, milestones != milestones.sorted() {
      throw Diagnostic(.value, "“milestones” must increase", of: "milestones")
    }
    let size = stepIters ?? .infinity
    // Half as long again as what there is to see, so that the last phase is seen.
    let length = milestones.map { (1.5 * max(warmup, $0.last ?? 0)).rounded(.up) } ?? warmup + 3 * size
    let warmUp = Phase(start: 0, motion: .moves, label: "warm-up")
    let phases = Phase.joined([(0, [warmUp]), (warmup, [Phase(start: 0, motion: .jumps, label: "multistep")])])
    var law = Law.counted(length: length, .jumps, phases: phases) { (iteration, base) throws(Diagnostic) in
      var factor = 1.0
      if iteration < warmup {
        let passed = iteration / warmup
        factor = warmupFactor * (1 - passed) + passed
      }
      let drops =
        milestones.map { Double(Python.bisect($0, iteration)) } ?? max(0, ((iteration - warmup) / size).rounded(.down))
      return base * factor * (try Python.power(gamma, drops))
    }
    law.interval = .step
    return law
  }
}
