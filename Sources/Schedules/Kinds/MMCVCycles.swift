import Diagnostics

/// MMCV's policies that go up and down by iterations: `cyclic` and `OneCycle` of `lr_config`.
///
/// Source: CyclicLrUpdaterHook and OneCycleLrUpdaterHook of mmcv.runner.hooks.lr_updater, 1.7.
extension MMCV {
  static let cyclic = kind(
    "cyclic", "Cyclic", "Cycles from the base rate up to a multiple of it, and down far below it.",
    formula: """
      lr = b·w from 1 to up in the first u iterations of a cycle of c, then from up to down
      c = ⌊iterations/cyclic_times⌋, u = ⌊step_ratio_up·c⌋, target_ratio = (up, down), along half a cosine or a line
      in cycle n up is 1 + (up − 1)·gammaⁿ
      """,
    differs: """
      torch's CyclicLR goes between two rates along lines. Here every rise begins at the base rate, and every fall \
      ends far below it.
      """,
    example: #"{"target_ratio": [10, 0.0001], "cyclic_times": 2}"#
  ) {
    Declaration(
      Parameter(
        "target_ratio", default: Either<PythonFloat, [Double]>.second([10, 1e-4]),
        "What parts of the base rate a cycle rises to and falls to; the second is the first / 100000 unless given."),
      Parameter("cyclic_times", role: .cycles, default: 1, in: .between(1, 1e12), "Cycles in the run."),
      Parameter("step_ratio_up", default: 0.4, in: .from(0, below: 1), "The part of a cycle that rises."),
      Parameter("anneal_strategy", default: AnnealingStrategy.cos, "Cosine or linear annealing."),
      Parameter("gamma", default: 1.0, in: .above(0, atMost: 1), "The factor on the height of each cycle."),
      and: Warmup.parameters(byEpoch: false)
    ) { (warmup, targets, times, rising, strategy, gamma) throws(Diagnostic) in
      let targets = try levels(targets)
      return try LawScheduler { (context) throws(Diagnostic) in
        guard let run = context.run?.count else { return try warmup.law(in: context) { _ in { _, base in base } } }
        let length = run / times
        guard length > 0 else {
          throw Diagnostic(
            .value, "\(times) cycles do not fit into \(run) iterations", of: "cyclic_times", hint: "lengthen the run")
        }
        let cycles = MMCVCycles(
          length: length, rise: Int(rising * Double(length)), targets: targets, strategy: strategy, gamma: gamma)
        var law = try warmup.law(in: context) { _ in
          { (iteration, base) throws(Diagnostic) in try cycles.rate(at: Int(iteration), base: base) }
        }
        if warmup.curve == nil { law.phases = cycles.phases(of: run) }
        return law
      }
    }
  }

  /// The two parts of `target_ratio`.
  private static func levels(
    _ ratio: Either<PythonFloat, [Double]>
  ) throws(Diagnostic) -> (up: Double, down: Double) {
    switch ratio {
    case .first(let up): return (up.value, up.value / 1e5)
    case .second(let parts) where parts.count == 1: return (parts[0], parts[0] / 1e5)
    case .second(let parts) where parts.count == 2: return (parts[0], parts[1])
    case .second:
      throw Diagnostic(.value, "“target_ratio” has two parts of the base rate, or one", of: "target_ratio")
    }
  }

  static let oneCycle = kind(
    "OneCycle", "OneCycle", "One cycle over the run: rises to max_lr, then falls far below the initial rate.",
    formula: """
      lr = max_lr/div_factor·w → max_lr·w until i = pct_start·N − 1
         → max_lr/(div_factor·final_div_factor)·w at i = N − 1
      """,
    differs: "As torch's OneCycleLR over all iterations of the run, but a warm-up may multiply it.",
    example: #"{"max_lr": 0.1}"#
  ) {
    Declaration(
      Parameter<PerGroup<Double>>("max_lr", role: .peak, "The peak."),
      Parameter<Int?>("total_steps", role: .length, default: nil, in: .atLeast(1), "Iterations of the whole cycle."),
      Parameter(
        "pct_start", default: PythonFloat(value: 0.3), in: .between(0, 1), "The fraction of the cycle that rises."),
      Parameter("anneal_strategy", default: AnnealingStrategy.cos, "Cosine or linear annealing."),
      Parameter("div_factor", default: 25.0, "The first rate is max_lr / div_factor."),
      Parameter("final_div_factor", default: 1e4, "The last rate is the first one / final_div_factor."),
      Parameter("three_phase", default: false, "Whether the rate returns to the first one before it falls below it."),
      and: Warmup.parameters(byEpoch: false)
    ) { (warmup, peaks, total, start, strategy, divisor, last, isThreePhase) throws(Diagnostic) in
      let phasing = OneCyclePhases(start: start.value, strategy: strategy, isThreePhase: isThreePhase)
      let end = try Python.quotient(1, last, of: "final_div_factor", code: .value)
      return MMCVOneCycle(
        peaks: peaks, divisor: divisor,
        law: try LawScheduler { (context) throws(Diagnostic) in
          try warmup.law(in: context) { (length) throws(Diagnostic) in
            let whole = total.map(Double.init) ?? length
            guard whole >= length else {
              throw Diagnostic(
                .value, "“total_steps” must not be below the \(Shown.number(length)) iterations of the run",
                of: "total_steps", hint: "shorten the run, or leave total_steps out")
            }
            return { (iteration, base) throws(Diagnostic) in
              try phasing.place(of: iteration, in: whole).value(initial: base, max: base * divisor, min: base * end)
            }
          }
        })
    }
  }
}

/// The rates of a cycle that is repeated.
private struct MMCVCycles: Sendable {
  let length: Int
  let rise: Int
  let targets: (up: Double, down: Double)
  let strategy: AnnealingStrategy
  let gamma: Double

  func rate(at iteration: Int, base: Double) throws(Diagnostic) -> Double {
    let (cycle, place) = iteration.quotientAndRemainder(dividingBy: length)
    let scale = try Python.power(gamma, Double(cycle))
    let rises = place < rise
    let first = rises ? 0 : rise
    var (start, end) = rises ? (1, targets.up) : (targets.up, targets.down)
    // MMCV asks whether a phase begins at 0, and not whether it rises.
    if first == 0 { end = 1 - scale + end * scale } else { start = 1 - scale + start * scale }
    let part = Double(place - first) / Double((rises ? rise : length) - first)
    switch strategy {
    case .cos: return MMCV.cosine(base * start, base * end, part)
    case .linear: return base * start + (base * end - base * start) * part
    }
  }

  func phases(of run: Int) -> [Phase] {
    var parts: [Phase.Beginning] = []
    for start in stride(from: 0, to: run, by: length).prefix(Phase.mostNamed) {
      parts += [(Double(start), .moves, "rise"), (Double(start + rise), .moves, "fall")]
    }
    return Phase.named(parts)
  }
}

/// One cycle whose base rates are a part of each group's peak.
private struct MMCVOneCycle: Clocked {
  let peaks: PerGroup<Double>
  let divisor: Double
  var law: LawScheduler

  var clock: Clock {
    get { law.clock }
    set { law.clock = newValue }
  }

  mutating func bind(to batch: Batch) { law.bind(to: batch) }
  mutating func bind(to run: RunLength) { law.bind(to: run) }

  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
    let peaks = try peaks.values(for: optimizer, as: "max_lr")
    for index in optimizer.groups.indices {
      optimizer.groups[index].initialLR = try Python.quotient(peaks[index], divisor, of: "div_factor", code: .value)
    }
    try law.prepare(&optimizer)
  }

  mutating func write(to optimizer: inout Optimizer, isInitial: Bool) throws(Diagnostic) {
    try law.write(to: &optimizer, isInitial: isInitial)
  }

  mutating func visitState(_ visitor: inout StateVisitor) throws(Diagnostic) { try law.visitState(&visitor) }

  mutating func seek(_ count: Int?, _ optimizer: inout Optimizer) throws(Diagnostic) {
    try law.seek(count, &optimizer)
  }

  var length: Double? { law.length }
  var motion: Motion { law.motion }
  var phases: [Phase] { law.phases }
  var interval: Interval? { law.interval }
  var overwrites: Bool { true }
}
