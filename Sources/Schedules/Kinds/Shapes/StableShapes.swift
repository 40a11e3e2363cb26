import Diagnostics

/// Shapes that warm up, stay at a constant rate for most of the run, and come down in the end.
extension NamedShapes {
  static let stableShapes: [Kind] = [
    Kind(
      "wsd", .shapes,
      "Warm-up, stable, decay (WSD): linear warm-up, constant peak, decay in the last steps.",
      formula: """
        lr(t) = b·(s + (1 − s)·t/W)           t < W
        lr(t) = b                             t < T − D
        lr(t) = b·(d + m·(1 − d))             t < T, with q = (t − T + D)/D and d of q:
          linear 1 − q, cosine (1 + cos πq)/2, mirror-cosine 2·(1 − q) − (1 + cos πq)/2, 1-sqrt 1 − √q, square 1 − q²
        lr(t) = b·mᑫ  exponential,  b/(q/m + 1 − q)  inverse
        lr(t) = b·m                           t ≥ T
        """ + letters,
      differs:
        "transformers.warmup_stable_decay starts at min_lr_ratio and falls along a cosine by default; "
        + "timm's and Megatron's count their totals differently. Here \(counting) MiniCPM's 0.5^((t − S)/H) is "
        + "exponential with min_ratio 0.5^(D/H).",
      source: "MiniCPM: Hu et al. 2024, arXiv:2404.06395; shapes: Hägele et al. 2024, arXiv:2405.18392.",
      example: #"{"total_steps": 1000, "warmup_steps": 50, "decay_steps": 200}"#
    ) {
      declaration(
        Parameter.decaySteps("Steps of the decay. Default: a tenth of the total."),
        Parameter.decay(.oneMinusSquareRoot), Parameter.minRatio(0)
      ) { (horizon, steps: Int?, decay, minRatio) throws(Diagnostic) in
        try stable(horizon, then: decay, over: steps, to: minRatio)
      }
    },
    Kind(
      "trapezoid", .shapes,
      "Trapezoid: linear warm-up, constant peak, linear decay.",
      formula: """
        lr(t) = b·(s + (1 − s)·t/W)               t < W
        lr(t) = b                                 t < T − D
        lr(t) = b·(m + (1 − m)·(T − t)/D)         t < T
        lr(t) = b·m                               t ≥ T
        """ + letters,
      differs: "`wsd` with a linear decay. Here \(counting) Where a warm-up counts from one, (t + 1)/W, its "
        + "warmup_steps is W − 1 and its start_ratio 1/W.",
      source:
        "Zhai et al. 2021, arXiv:2106.04560; Hägele et al. 2024, arXiv:2405.18392; github.com/KellerJordan/modded-nanogpt.",
      example: #"{"total_steps": 1000, "warmup_steps": 100, "decay_steps": 300}"#
    ) {
      declaration(
        Parameter.decaySteps("Steps of the fall. Default: a tenth of the total."), Parameter.minRatio(0)
      ) { (horizon, steps: Int?, minRatio) throws(Diagnostic) in
        try stable(horizon, then: .linear, over: steps, to: minRatio)
      }
    },
    Kind(
      "wsd-s", .shapes,
      "WSD with several decays, each continued at the peak without another warm-up.",
      formula: """
        lr(t) = b·(s + (1 − s)·t/W)     t < W
        lr(t) = b                       in a cycle from A to E, while t < E − D, with D = decay_fraction·(E − A), rounded
        lr(t) = b/(q/m + 1 − q)         while t < E, with q = (t − E + D)/D; other decays as wsd has them
        lr(t) = b·m                     t ≥ T
        """ + letters,
      differs:
        "CosineAnnealingWarmRestarts falls through the whole of each cycle. Here the total includes the warm-up, and "
        + "m itself is first seen at the end: the last step of a cycle is one short of it.",
      source: "Wen et al. 2024, arXiv:2410.05192 (WSD-S); `cycles` and `decay` of Levanter.",
      example: #"{"total_steps": 1000, "warmup_steps": 50, "cycles": [250, 500, 1000]}"#
    ) {
      declaration(
        Parameter<Either<Int, [Int]>>(
          "cycles", in: .between(1, Parameter<Int>.mostSteps),
          "How many cycles of one length, or the steps at which they end."),
        Parameter("decay_fraction", default: 0.1, in: .between(0, 1), "The fraction of a cycle that is decay."),
        Parameter.decay(.inverse), Parameter.minRatio(0.1)
      ) { (horizon, cycles, fraction, decay, minRatio) throws(Diagnostic) in
        try cyclic(horizon, cycles: cycles, decayFraction: fraction, decay: decay, to: minRatio)
      }
    },
    Kind(
      "infinite", .shapes,
      "Linear warm-up, cool-down to a constant rate of any length, then a final annealing.",
      formula: """
        lr(t) = b·(s + (1 − s)·t/W)                t < W
        lr(t) = b·(f + c·(1 − f))                  t < W + C, with p = (t − W)/C and f of p:
          cosine (1 + cos πp)/2, linear 1 − p, inverse-sqrt 1 − h(p)/h(1) where h(p) = 1/√(1 + 10p) − 1
        lr(t) = b·c                                t < T − D
        lr(t) = b·c·(m/c)^((t − T + D)/D)          t < T
        lr(t) = b·m                                t ≥ T
        """ + letters,
      differs:
        "With decay_steps 0 it never anneals, and needs no total. total_steps includes everything, and the end is held.",
      source: "Ibrahim et al. 2024, arXiv:2403.08763; Singh et al. 2025, arXiv:2503.02844.",
      example:
        #"{"total_steps": 1000, "warmup_steps": 20, "cooldown_steps": 400, "constant_ratio": 0.55, "decay_steps": 150}"#
    ) {
      declaration(
        Parameter<Int>(
          "cooldown_steps", role: .decay, in: .between(0, Parameter<Int>.mostSteps),
          "Steps from the peak to the constant rate."),
        Parameter("cooldown", default: Cooldown.cosine, "The shape of the cool-down."),
        Parameter(
          "constant_ratio", default: 0.5, in: .above(0, atMost: 1), "The constant rate, as a fraction of the base rate."
        ),
        Parameter.decaySteps("Steps of the final annealing."),
        Parameter(
          "min_ratio", default: 0.1, in: .above(0, atMost: 1),
          "The rate at the end, as a fraction of the base rate.")
      ) { (horizon, cooldownSteps, cooldown, constant, decaySteps: Int, minRatio) throws(Diagnostic) in
        try infinite(
          horizon, cooldown, over: Double(cooldownSteps), to: constant, annealing: Double(decaySteps), to: minRatio)
      }
    },
    Kind(
      "deepseek-multistep", .shapes,
      "Linear warm-up, then drops at 80 % and 90 % of the total.",
      formula: """
        lr(t) = b·(s + (1 − s)·t/W)     t < W
        lr(t) = b                       t < F₁·T
        lr(t) = b·rᵢ                    t ≥ Fᵢ·T, rounded to a step
        """ + letters,
      differs: "MultiStepLR multiplies by gamma at absolute milestones; the ratios here are parts of the base rate. "
        + "total_steps includes the warm-up, and the last ratio is held for ever.",
      source: "DeepSeek LLM: arXiv:2401.02954, section 2.3: 2000 steps of warm-up, then 31.6 % and 10 %.",
      example: #"{"total_steps": 20000, "warmup_steps": 2000}"#
    ) {
      declaration(
        Parameter("fractions", default: [0.8, 0.9], in: .between(0, 1), "The parts of the total at which it steps."),
        Parameter(
          "ratios", default: [0.316, 0.1], in: .atLeast(0), "The rates from there on, as fractions of the base rate.")
      ) { (horizon, fractions, ratios) throws(Diagnostic) in try multiStep(horizon, at: fractions, to: ratios) }
    },
    Kind(
      "deepseek-v3", .shapes,
      "Linear warm-up, constant peak, cosine decay to a tenth, constant, and a final drop.",
      formula: """
        lr(t) = b·(s + (1 − s)·t/W)                           t < W
        lr(t) = b                                             t < E₁
        lr(t) = b·(r₁ + (1 − r₁)·(1 + cos πq)/2)              t < E₂, with q = (t − E₁)/(E₂ − E₁)
        lr(t) = b·r₁                                          t < E₃
        lr(t) = b·r₂                                          t ≥ E₃, with Eᵢ = T·(part₁ + … + partᵢ)/(all parts), rounded
        """ + letters,
      differs:
        "The parts are trillions of tokens unless given, and are laid over total_steps, which includes the warm-up. "
        + "The last ratio is held for ever.",
      source: "DeepSeek-V3: arXiv:2412.19437, section 4.2: 2000 steps of warm-up.",
      example: #"{"total_steps": 15000, "warmup_steps": 500}"#
    ) {
      declaration(
        Parameter(
          "parts", default: [10, 4.3, 0.333, 0.167], in: .between(0, 1e12),
          "Lengths of the stable stretch (with the warm-up), the cosine, the second stable stretch, and the last one, in any unit."
        ),
        Parameter(
          "ratios", default: [0.1, 7.3 / 220], in: .atLeast(0),
          "The rates after the cosine and in the last stretch, as fractions of the base rate.")
      ) { (horizon, parts, ratios) throws(Diagnostic) in try fourParts(horizon, parts, ratios) }
    },
  ]

  private static func stable(
    _ horizon: Horizon, then decay: Decay, over steps: Int?, to minRatio: Double
  ) throws(Diagnostic) -> Law {
    try decay.check(end: minRatio, as: "min_ratio")
    let tail = steps.map(Double.init) ?? ((horizon.total ?? 0) / 10).rounded()
    guard let total = try horizon.total(leaving: tail) else { return horizon.unbound }
    return .counted(
      length: horizon.given,
      phases: horizon.phases(
        (horizon.warmup, .moves, "stable"), (total - tail, .moves, "decay"), (total, .moves, "end"))
    ) { step, base in
      if let factor = horizon.rise(step) { return base * factor }
      if step >= total { return base * minRatio }
      let into = step - (total - tail)
      return into <= 0 ? base : base * decay.factor(into / tail, to: minRatio)
    }
  }

  private static let mostCycles = 10_000

  /// Every cycle ends in a checkpoint that could be the last; the next one goes on from it.
  private static func cyclic(
    _ horizon: Horizon, cycles: Either<Int, [Int]>, decayFraction: Double, decay: Decay, to minRatio: Double
  ) throws(Diagnostic) -> Law {
    try decay.check(end: minRatio, as: "min_ratio")
    if case .second(let list) = cycles, list.isEmpty || !zip(list, list.dropFirst()).allSatisfy(<) {
      throw Diagnostic(.value, "“cycles” must be a number, or steps that rise", of: "cycles")
    }
    if case .first(let count) = cycles, count > mostCycles {
      throw Diagnostic(.value, "“cycles” must be at most \(mostCycles) of a kind", of: "cycles")
    }
    guard let total = try horizon.total() else { return horizon.unbound }
    // A list that stops before the total has one cycle more.
    let ends =
      switch cycles {
      case .first(let count): (1...count).map { (total * (Double($0) / Double(count))).rounded() }
      case .second(let list): list.map(Double.init).filter { $0 < total } + [total]
      }
    let starts = [0] + ends.dropLast()
    let tails = zip(starts, ends).map { (decayFraction * ($1 - $0)).rounded() }
    var phases: [Phase.Beginning] = []
    for index in ends.indices.prefix(Phase.mostNamed / 2) {
      phases.append((max(starts[index], horizon.warmup), .moves, "cycle \(index + 1)"))
      phases.append((max(horizon.warmup, ends[index] - tails[index]), .moves, "decay"))
    }
    return .counted(length: horizon.given, phases: horizon.phases(phases + [(total, .moves, "end")])) { step, base in
      if let factor = horizon.rise(step) { return base * factor }
      let index = Python.bisect(ends, step)
      guard index < ends.count else { return base * minRatio }
      let into = step - (ends[index] - tails[index])
      return into <= 0 ? base : base * decay.factor(into / tails[index], to: minRatio)
    }
  }

  private enum Cooldown: String, Choice {
    case cosine, linear
    case inverseSqrt = "inverse-sqrt"

    func fall(_ progress: Double) -> Double {
      switch self {
      case .cosine: Fall.cosine(progress)
      case .linear: Fall.linear(progress)
      case .inverseSqrt: 1 - Cooldown.drop(progress) / Cooldown.drop(1)
      }
    }

    /// How far an inverse square root has come down, at the steepness of the paper.
    private static func drop(_ progress: Double) -> Double { 1 / (1 + 10 * progress).squareRoot() - 1 }
  }

  private static func infinite(
    _ horizon: Horizon, _ cooldown: Cooldown, over cooldownSteps: Double, to constant: Double,
    annealing decaySteps: Double, to minRatio: Double
  ) throws(Diagnostic) -> Law {
    var (annealing, total) = (Double.infinity, Double.infinity)
    if decaySteps > 0 {
      guard let end = try horizon.total(leaving: cooldownSteps + decaySteps) else { return horizon.unbound }
      (annealing, total) = (end - decaySteps, end)
    }
    let end = total.isFinite ? [(annealing, Motion.moves, "annealing"), (total, .moves, "end")] : []
    let phases = horizon.phases(
      [(horizon.warmup, .moves, "cool-down"), (horizon.warmup + cooldownSteps, .moves, "constant")] + end)
    return .counted(
      length: horizon.given ?? (decaySteps > 0 ? nil : 2 * (horizon.warmup + cooldownSteps)), phases: phases
    ) { [annealing, total] step, base in
      if let factor = horizon.rise(step) { return base * factor }
      if step >= total { return base * minRatio }
      if step > annealing {
        return base * constant
          * Decay.exponential.factor((step - annealing) / decaySteps, to: minRatio / constant)
      }
      let into = step - horizon.warmup
      return base * (into < cooldownSteps ? Fall.between(constant, cooldown.fall(into / cooldownSteps)) : constant)
    }
  }

  private static func multiStep(
    _ horizon: Horizon, at fractions: [Double], to ratios: [Double]
  ) throws(Diagnostic) -> Law {
    guard fractions.count == ratios.count else {
      throw Diagnostic(
        .value, "each of the \(fractions.count) fractions needs a ratio, and there are \(ratios.count)", of: "ratios")
    }
    guard zip(fractions, fractions.dropFirst()).allSatisfy(<) else {
      throw Diagnostic(.value, "“fractions” must rise", of: "fractions")
    }
    guard let total = try horizon.total(leaving: 0) else { return horizon.unbound }
    let boundaries = fractions.map { ($0 * total).rounded() }
    let drops = zip(boundaries, ratios).filter { $0.0 >= horizon.warmup }.prefix(Phase.mostNamed)
      .map { ($0, Motion.jumps, "× \(Shown.number($1))") }
    return .counted(length: horizon.given, phases: horizon.phases([(horizon.warmup, .jumps, "stable")] + drops)) {
      step, base in
      if let factor = horizon.rise(step) { return base * factor }
      let passed = Python.bisect(boundaries, step)
      return passed == 0 ? base : base * ratios[passed - 1]
    }
  }

  /// The four parts are laid over the total in proportion, each end rounded to a step.
  private static func fourParts(_ horizon: Horizon, _ parts: [Double], _ ratios: [Double]) throws(Diagnostic) -> Law {
    let sum = parts.reduce(0, +)
    guard parts.count == 4, sum > 0 else {
      throw Diagnostic(.value, "“parts” must be four lengths: stable, cosine, second stable, last", of: "parts")
    }
    guard ratios.count == 2 else {
      throw Diagnostic(.value, "“ratios” must be two rates: after the cosine, and the last", of: "ratios")
    }
    guard let total = try horizon.total(leaving: 0) else { return horizon.unbound }
    var passed = 0.0
    let ends = parts.map { part in
      passed += part
      return (total * (passed / sum)).rounded()
    }
    guard horizon.warmup <= ends[0] else {
      throw Diagnostic(
        .value, "the warm-up must end within the first part, which is \(Shown.number(ends[0])) steps long",
        of: horizon.given == nil ? nil : "warmup_steps")
    }
    let phases = horizon.phases(
      (horizon.warmup, .moves, "stable"), (ends[0], .moves, "cosine"), (ends[1], .jumps, "stable"),
      (ends[2], .jumps, "last"))
    return .counted(length: horizon.given, phases: phases) { step, base in
      if let factor = horizon.rise(step) { return base * factor }
      if step < ends[0] { return base }
      if step < ends[1] {
        return base * Fall.between(ratios[0], Fall.cosine((step - ends[0]) / (ends[1] - ends[0])))
      }
      return base * (step < ends[2] ? ratios[0] : ratios[1])
    }
  }
}
