import Diagnostics

/// Warms up, cools down to a constant rate that has no end, and anneals from it when it is to end.
///
/// Source: Ibrahim et al. 2024, arXiv:2403.08763, section 7.4; Singh et al. 2025, arXiv:2503.02844.
struct InfiniteLR: Rule {
  private enum Cooldown: String, Choice {
    case cosine, linear
    case inverseSqrt = "inverse-sqrt"
  }

  private var course: Course
  private let cooldownSteps: Double
  private let cooldown: Cooldown
  private let constantRatio: Double
  private let decaySteps: Double
  private let minRatio: Double
  /// The step at which it begins to anneal, and the total.
  private var annealing = Double.infinity
  private var total = Double.infinity

  private init(
    course: Course, cooldownSteps: Int, cooldown: Cooldown, constantRatio: Double, decaySteps: Int, minRatio: Double
  ) throws(Diagnostic) {
    self.course = course
    self.cooldownSteps = Double(cooldownSteps)
    self.cooldown = cooldown
    self.constantRatio = constantRatio
    self.decaySteps = Double(decaySteps)
    self.minRatio = minRatio
    if course.length != nil { try plan() }
  }

  static let kind = Kind(
    "infinite", .shapes,
    "Warms up, cools down to a constant rate without an end, and anneals from it at last.",
    formula: """
      lr(t) = b·(s + (1 − s)·t/W)                t < W
      lr(t) = b·(f + c·(1 − f))                  t < W + C, with p = (t − W)/C and f of p:
        cosine (1 + cos πp)/2, linear 1 − p, inverse-sqrt 1 − h(p)/h(1) where h(p) = 1/√(1 + 10p) − 1
      lr(t) = b·c                                t < T − D
      lr(t) = b·c·(m/c)^((t − T + D)/D)          t < T
      lr(t) = b·m                                t ≥ T
      """ + NamedShapes.letters,
    differs:
      "With decay_steps 0 it never anneals, and needs no total. total_steps includes everything, and the end is held.",
    source: "Ibrahim et al. 2024, arXiv:2403.08763; Singh et al. 2025, arXiv:2503.02844.",
    example:
      #"{"total_steps": 1000, "warmup_steps": 20, "cooldown_steps": 400, "constant_ratio": 0.55, "decay_steps": 150}"#
  ) {
    Declaration(
      rule: Parameter.totalSteps, Parameter.warmupSteps, Parameter.startRatio,
      Parameter(
        "cooldown_steps", in: .between(0, Parameter<Int>.mostSteps), "Steps from the peak to the constant rate."),
      Parameter("cooldown", default: .cosine, "How it gets from the peak to the constant rate."),
      Parameter(
        "constant_ratio", default: 0.5, in: .above(0, atMost: 1), "The constant rate, as a part of the base rate."),
      Parameter(
        "decay_steps", default: 0, in: .between(0, Parameter<Int>.mostSteps), "Steps of the annealing in the end."),
      Parameter(
        "min_ratio", default: 0.1, in: .above(0, atMost: 1), "The rate at the end, as a part of the base rate."),
      make: { (total, warmup, start, steps, cooldown, constantRatio, decaySteps, minRatio) throws(Diagnostic) in
        try InfiniteLR(
          course: Course(total: total, warmup: warmup, start: start), cooldownSteps: steps, cooldown: cooldown,
          constantRatio: constantRatio, decaySteps: decaySteps, minRatio: minRatio)
      })
  }

  mutating func adopt(_ run: RunLength) { course.adopt(run) }
  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) { try plan() }

  private mutating func plan() throws(Diagnostic) {
    guard decaySteps > 0 else { return }
    total = try course.total(leaving: cooldownSteps + decaySteps)
    annealing = total - decaySteps
  }

  func rate(at step: Int, base: Double, group: Int) -> Double {
    let step = Double(step)
    if let factor = course.rise(step) { return base * factor }
    if step >= total { return base * minRatio }
    if step > annealing {
      return base * constantRatio
        * Decay.exponential.factor((step - annealing) / decaySteps, to: minRatio / constantRatio)
    }
    let into = step - course.warmup
    return base * (into < cooldownSteps ? Fall.between(constantRatio, fall(into / cooldownSteps)) : constantRatio)
  }

  private func fall(_ progress: Double) -> Double {
    switch cooldown {
    case .cosine: Fall.cosine(progress)
    case .linear: Fall.linear(progress)
    case .inverseSqrt: 1 - drop(progress) / drop(1)
    }
  }

  /// How far an inverse square root has come down, at the steepness of the paper.
  private func drop(_ progress: Double) -> Double { 1 / (1 + 10 * progress).squareRoot() - 1 }

  var length: Double? { course.length ?? (decaySteps > 0 ? nil : 2 * (course.warmup + cooldownSteps)) }

  var phases: [Phase] {
    var stretches: [Course.Stretch] = [
      (course.warmup, .moves, "cool-down"), (course.warmup + cooldownSteps, .moves, "constant"),
    ]
    if decaySteps > 0, let total = course.total {
      stretches += [(total - decaySteps, .moves, "annealing"), (total, .moves, "end")]
    }
    return course.phases(stretches)
  }
}
