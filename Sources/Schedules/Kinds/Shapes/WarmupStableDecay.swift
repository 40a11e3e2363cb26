import Diagnostics

/// Warms up, stays at the peak, and comes down in the last steps.
///
/// lr(t) = b·(s + (1 − s)·t/W), b, and from T − D on b times the decay at q = (t − (T − D))/D. Source: Hu et al. 2024,
/// arXiv:2404.06395; Hägele et al. 2024, arXiv:2405.18392.
struct WarmupStableDecay: Rule {
  private var course: Course
  private let decaySteps: Int?
  private let decay: Decay
  private let minRatio: Double
  private var total = 0.0
  private var tail = 0.0

  init(course: Course, decaySteps: Int?, decay: Decay, minRatio: Double) throws(Diagnostic) {
    self.course = course
    self.decaySteps = decaySteps
    self.decay = decay
    self.minRatio = minRatio
    try decay.check(end: minRatio, as: "min_ratio")
    if let length = course.length { _ = try course.total(leaving: tail(in: length)) }
  }

  static let kind = Kind(
    "wsd", .shapes,
    "Warms up, stays at the peak, and comes down in the last steps.",
    formula: """
      lr(t) = b·(s + (1 − s)·t/W)           t < W
      lr(t) = b                             t < T − D
      lr(t) = b·(d + m·(1 − d))             t < T, with q = (t − T + D)/D and d of q:
        linear 1 − q, cosine (1 + cos πq)/2, mirror-cosine 2·(1 − q) − (1 + cos πq)/2, 1-sqrt 1 − √q, square 1 − q²
      lr(t) = b·mᑫ  exponential,  b/(q/m + 1 − q)  inverse
      lr(t) = b·m                           t ≥ T
      """ + NamedShapes.letters,
    differs: "transformers.warmup_stable_decay starts at min_lr_ratio and falls along a cosine unless told otherwise; "
      + "timm's and Megatron's count their totals differently. Here \(Descent.counting) MiniCPM's 0.5^((t − S)/H) is "
      + "exponential with min_ratio 0.5^(D/H).",
    source: "MiniCPM: Hu et al. 2024, arXiv:2404.06395; shapes: Hägele et al. 2024, arXiv:2405.18392.",
    example: #"{"total_steps": 1000, "warmup_steps": 50, "decay_steps": 200}"#
  ) {
    Declaration(
      rule: Parameter.totalSteps, Parameter.warmupSteps, Parameter.startRatio,
      Parameter.decaySteps("Steps of the decay; a tenth of the total unless given."),
      Parameter.decay(.oneMinusSquareRoot),
      Parameter.minRatio(0),
      make: { (total, warmup, start, decaySteps, decay, minRatio) throws(Diagnostic) in
        try WarmupStableDecay(
          course: Course(total: total, warmup: warmup, start: start), decaySteps: decaySteps, decay: decay,
          minRatio: minRatio)
      })
  }

  mutating func adopt(_ run: RunLength) { course.adopt(run) }

  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
    tail = course.total.map(tail) ?? 0
    total = try course.total(leaving: tail)
  }

  private func tail(in total: Double) -> Double { decaySteps.map(Double.init) ?? (total / 10).rounded() }

  func rate(at step: Int, base: Double, group: Int) -> Double {
    let step = Double(step)
    if let factor = course.rise(step) { return base * factor }
    if step >= total { return base * minRatio }
    let into = step - (total - tail)
    return into <= 0 ? base : base * decay.factor(into / tail, to: minRatio)
  }

  var length: Double? { course.length }

  var phases: [Phase] {
    var stretches: [Course.Stretch] = [(course.warmup, .moves, "stable")]
    if let total = course.total { stretches += [(total - tail(in: total), .moves, "decay"), (total, .moves, "end")] }
    return course.phases(stretches)
  }
}
