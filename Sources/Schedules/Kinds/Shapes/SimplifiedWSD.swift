import Diagnostics

/// Stays at the peak and comes down, several times over, each time from the peak again and without a warm-up.
///
/// Every cycle ends in a checkpoint that could be the last; the next one goes on from it. Source: Wen et al. 2024,
/// arXiv:2410.05192.
struct SimplifiedWSD: Rule {
  private var course: Course
  private let cycles: Either<Int, [Int]>
  private let decayFraction: Double
  private let decay: Decay
  private let minRatio: Double
  /// The steps at which cycles end.
  private var ends: [Double] = []

  private init(
    course: Course, cycles: Either<Int, [Int]>, decayFraction: Double, decay: Decay, minRatio: Double
  ) throws(Diagnostic) {
    self.course = course
    self.cycles = cycles
    self.decayFraction = decayFraction
    self.decay = decay
    self.minRatio = minRatio
    try decay.check(end: minRatio, as: "min_ratio")
    if case .second(let list) = cycles, list.isEmpty || !zip(list, list.dropFirst()).allSatisfy(<) {
      throw Diagnostic(.value, "“cycles” must be a number, or steps that rise", of: "cycles")
    }
    if case .first(let count) = cycles, count > SimplifiedWSD.mostCycles {
      throw Diagnostic(.value, "“cycles” must be at most \(SimplifiedWSD.mostCycles) of a kind", of: "cycles")
    }
    if course.length != nil { _ = try boundaries() }
  }

  private static let mostCycles = 10_000

  static let kind = Kind(
    "wsd-s", .shapes,
    "Stays at the peak and comes down, several times over, without warming up again.",
    formula: """
      lr(t) = b·(s + (1 − s)·t/W)     t < W
      lr(t) = b                       in a cycle from A to E, while t < E − D, with D = decay_fraction·(E − A), rounded
      lr(t) = b/(q/m + 1 − q)         while t < E, with q = (t − E + D)/D; other decays as wsd has them
      lr(t) = b·m                     t ≥ T
      """ + NamedShapes.letters,
    differs:
      "CosineAnnealingWarmRestarts falls through the whole of each cycle. Here the total includes the warm-up, and "
      + "m itself is first seen at the end: the last step of a cycle is one short of it.",
    source: "Wen et al. 2024, arXiv:2410.05192 (WSD-S); `cycles` and `decay` of Levanter.",
    example: #"{"total_steps": 1000, "warmup_steps": 50, "cycles": [250, 500, 1000]}"#
  ) {
    Declaration(
      rule: Parameter.totalSteps, Parameter.warmupSteps, Parameter.startRatio,
      Parameter(
        "cycles", in: .between(1, Parameter<Int>.mostSteps),
        "How many cycles of one length, or the steps at which they end."),
      Parameter("decay_fraction", default: 0.1, in: .between(0, 1), "The part of a cycle that comes down."),
      Parameter.decay(.inverse), Parameter.minRatio(0.1),
      make: { (total, warmup, start, cycles, fraction, decay, minRatio) throws(Diagnostic) in
        try SimplifiedWSD(
          course: Course(total: total, warmup: warmup, start: start), cycles: cycles, decayFraction: fraction,
          decay: decay, minRatio: minRatio)
      })
  }

  mutating func adopt(_ run: RunLength) { course.adopt(run) }
  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) { ends = try boundaries() }

  /// The ends of all cycles; a list that stops before the total has one cycle more.
  private func boundaries() throws(Diagnostic) -> [Double] {
    let total = try course.total()
    switch cycles {
    case .first(let count): return (1...count).map { (total * (Double($0) / Double(count))).rounded() }
    case .second(let list):
      let ends = list.map(Double.init).filter { $0 < total }
      return ends + [total]
    }
  }

  func rate(at step: Int, base: Double, group: Int) -> Double {
    let step = Double(step)
    if let factor = course.rise(step) { return base * factor }
    let index = Python.bisect(ends, step)
    guard index < ends.count else { return base * minRatio }
    let tail = tail(of: index, ends)
    let into = step - (ends[index] - tail)
    return into <= 0 ? base : base * decay.factor(into / tail, to: minRatio)
  }

  private func tail(of index: Int, _ ends: [Double]) -> Double {
    (decayFraction * (ends[index] - (index == 0 ? 0 : ends[index - 1]))).rounded()
  }

  var length: Double? { course.length }

  var phases: [Phase] {
    guard let ends = try? boundaries() else { return course.phases([(course.warmup, .moves, "stable")]) }
    var stretches: [Course.Stretch] = []
    for index in ends.indices.prefix(50) {
      let start = index == 0 ? 0 : ends[index - 1]
      stretches.append((max(start, course.warmup), .moves, "cycle \(index + 1)"))
      stretches.append((max(course.warmup, ends[index] - tail(of: index, ends)), .moves, "decay"))
    }
    return course.phases(stretches + [(ends.last ?? 0, .moves, "end")])
  }
}
