import Diagnostics
import Text

extension Family {
  static let fairseq = Family(name: "fairseq", title: "fairseq", interval: .step) { Fairseq.kinds }
}

/// The schedulers of fairseq: `fairseq.optim.lr_scheduler`, 0.12.2.
///
/// Each is asked for the rate of update u before it, the first being 0; epochs are counted from 1. The rate that fairseq
/// calls `lr` is each group's own.
enum Fairseq {
  static let kinds: [Kind] = [
    Kind(
      "fixed", .fairseq,
      "The rate of each epoch from a list; the last one is annealed.",
      formula: """
        lr = r·(u + 1)/warmup_updates, later r, in update u; r = lrs[min(epoch, length) − 1], epochs from 1, and from
        force_anneal on the last one times lr_shrink^(epoch + 1 − force_anneal)
        """,
      differs: "The warm-up does not lose its first update: the peak is at u = warmup_updates − 1.",
      source: "fairseq.optim.lr_scheduler.fixed_schedule.FixedLRSchedule, 0.12.2",
      example: #"{"lrs": [0.1, 0.05, 0.02], "force_anneal": 12, "lr_shrink": 0.9}"#
    ) {
      Declaration(
        bound: Parameter("lr_shrink", default: 0.1, "The factor of each annealed epoch."),
        Parameter(
          "warmup_updates", role: .warmup, default: 0, in: .between(-1e12, 1e12), "Updates of the linear warm-up."),
        and: Rates.parameters, make: fixed)
    },
    Kind(
      "cosine", .fairseq, "Linear warm-up, then cosine cycles with shrinking ends.",
      formula: """
        lr = init + u·(b − init)/W up to W = warmup_updates, then s·(min_lr + (b − min_lr)·(1 + cos πt/T)/2) in
        update t of cycle i of length T = lr_period_updates·t_multⁱ, s = lr_shrinkⁱ
        """,
      differs: """
        lr_shrink is 0.1 unless given, so each restart is ten times lower, its floor too. The peak is at u = W. \
        max_update, which the one cycle fills unless it has a period, includes the warm-up; then it restarts.
        """,
      source: "fairseq.optim.lr_scheduler.cosine_lr_scheduler.CosineLRSchedule, 0.12.2",
      example: #"{"warmup_updates": 10, "lr_period_updates": 30, "t_mult": 2, "lr_shrink": 0.5}"#
    ) {
      Declaration(
        bound: Parameter("min_lr", role: .floor, default: 0.0, "The lowest rate of the first cycle."),
        Parameter("t_mult", default: 1.0, "The length of each cycle, as a multiple of the one before."),
        Parameter(
          "lr_period_updates", role: .period, default: -1.0, in: .between(-1e12, 1e12),
          "Updates of the first cycle; not above 0: all."),
        Parameter("lr_shrink", default: 0.1, "The height of each cycle, as a fraction of the one before."),
        Parameter<Double?>(
          "max_update", role: .length, default: nil, in: .between(-1e12, 1e12),
          "Updates of the training; the run's if null."),
        and: Warmup.parameters(), make: cosine)
    },
    Kind(
      "inverse_sqrt", .fairseq, "Linear warm-up, then inverse-square-root decay.",
      formula: "lr = init + u·(b − init)/W up to W = warmup_updates, then b·√W/√u",
      differs: """
        The first update has warmup_init_lr, 0 unless given; the peak is at u = W, and there is no end. Transformers' \
        inverse_sqrt is the same with its timescale at num_warmup_steps.
        """,
      source: "fairseq.optim.lr_scheduler.inverse_square_root_schedule.InverseSquareRootSchedule, 0.12.2",
      example: #"{"warmup_updates": 10}"#
    ) {
      Declaration(and: Warmup.parameters(updates: 4000)) { (warmup: Warmup) throws(Diagnostic) in
        let steps = Double(warmup.updates)
        if steps < 1 {
          throw Diagnostic(
            .value, "“warmup_updates” must be at least 1, since fairseq divides by it, not \(warmup.updates)",
            of: "warmup_updates")
        }
        // Long enough to see the decay.
        return LawScheduler(
          Law(length: 10 * steps, phases: Phase.named(warmup.phases("decay"))) { step, base in
            if step < warmup.updates { return warmup.rate(at: step, from: warmup.start(or: 0), to: base) }
            return base * Libm.pow(steps, 0.5) * Libm.pow(Double(step), -0.5)
          })
      }
    },
    Kind(
      "tri_stage", .fairseq, "Linear warm-up, constant peak, then exponential decay to a fraction of it.",
      formula: """
        lr = b·i + u·(b − b·i)/W up to W = warmup_steps, b for hold_steps, then b·exp(ln f·k/decay_steps) in update k of the
        decay, and b·f after it; i = init_lr_scale, f = final_lr_scale
        """,
      differs: """
        The decay is exponential and includes its last update. With phase_ratio the stages are parts of max_update. \
        Held at the end.
        """,
      source: "fairseq.optim.lr_scheduler.tri_stage_lr_scheduler.TriStageLRSchedule, 0.12.2; arXiv:1904.08779",
      example: #"{"warmup_steps": 10, "hold_steps": 40, "decay_steps": 50}"#
    ) {
      let steps = Bounds.between(-1e12, 1e12)
      return Declaration(
        bound: Parameter("warmup_steps", role: .warmup, default: 0, in: steps, "Updates of the warm-up."),
        Parameter("hold_steps", role: .hold, default: 0, in: steps, "Updates at the peak."),
        Parameter("decay_steps", role: .decay, default: 0, in: steps, "Updates of the decay."),
        Parameter<[Double]?>("phase_ratio", default: nil, "Instead: the fraction of max_update that each stage takes."),
        Parameter(
          "init_lr_scale", role: .start, default: 0.01, "The rate of update 0, as a fraction of the peak."),
        Parameter("final_lr_scale", default: 0.01, in: .above(0), "The rate at the end, as a fraction of the peak."),
        Parameter<Double?>(
          "max_update", role: .length, default: nil, in: steps, "Updates of the training; the run's if null."),
        make: triStage)
    },
    PolynomialDecay.kind,
    Kind(
      "triangular", .fairseq, "Triangular cycles, each lower than the one before.",
      formula: """
        lr = b + (max_lr·s − b)·max(0, 1 − x), s = lr_shrink^c, x = |u/h − 2(c + 1) + 1|, c = ⌊u/2h⌋,
        h = ⌊lr_period_updates/2⌋; with shrink_min b·s in place of b
        """,
      differs: """
        lr_shrink is 0.1 unless given, so each triangle has a tenth of the height, where torch's CyclicLR keeps it. \
        The optimizer's rate is the lowest.
        """,
      source: "fairseq.optim.lr_scheduler.triangular_lr_scheduler.TriangularLRSchedule, 0.12.2",
      example: #"{"max_lr": 1, "lr_period_updates": 20, "lr_shrink": 0.5}"#
    ) {
      Declaration(
        bound: Parameter<Double>("max_lr", role: .peak, "The peak of the first triangle."),
        Parameter(
          "lr_period_updates", role: .period, default: 5000.0, in: .between(-1e12, 1e12), "Updates of a triangle."),
        Parameter("lr_shrink", default: 0.1, "The height of each triangle, as a fraction of the one before."),
        Parameter("shrink_min", default: false, "Whether the lowest rate shrinks, too."), make: triangular)
    },
    ReduceLROnPlateau.kind,
    Kind(
      "step", .fairseq, "Linear warm-up, then drops by lr_decay every lr_deacy_period updates.",
      formula: """
        lr = init + u·(b − init)/W up to W = warmup_updates, then
        max(b·lr_decay^((u − W) // lr_deacy_period), min_lr)
        """,
      differs:
        "The drops are counted from the end of the warm-up, and stop at min_lr. fairseq spells lr_deacy_period so.",
      source: "fairseq.optim.lr_scheduler.step_lr_scheduler.StepLRSchedule, 0.12.2",
      example: #"{"warmup_updates": 10, "lr_deacy_period": 20}"#
    ) {
      Declaration(
        bound: Parameter("min_lr", role: .floor, default: 0.0, in: .atLeast(0), "The lowest rate."),
        Parameter(
          "lr_deacy_period", role: .period, default: 25000, in: .between(1, 1e12), "Updates between drops."),
        Parameter("lr_decay", role: .factor, default: 0.5, in: .atMost(1), "The factor of each drop."),
        and: Warmup.parameters()
      ) { (context, warmup, minLR, period, decay) throws(Diagnostic) in
        try check(context.optimizer, exceeds: minLR, "min_lr")
        // Five phases.
        let length = Double(max(0, warmup.updates)) + 5 * Double(period)
        return Law(length: length, .jumps, phases: Phase.named(warmup.phases("step", .jumps))) {
          (step, base) throws(Diagnostic) in
          if step < warmup.updates { return warmup.rate(at: step, from: warmup.start(or: minLR), to: base) }
          let drops = Double(step - warmup.updates) / Double(period)
          return max(base * (try Python.power(decay, drops.rounded(.down))), minLR)
        }
      }
    },
    Manual.kind,
    PassThrough.kind,
  ]

  /// Refuses base rates that are not above a lowest rate.
  private static func check(_ optimizer: Optimizer?, exceeds low: Double, _ name: String) throws(Diagnostic) {
    for group in optimizer?.groups ?? [] where (group.initialLR ?? group.lr) <= low {
      throw Diagnostic(
        .value,
        "“\(name)”, \(Shown.number(low)), must be less than the rate, \(Shown.number(group.initialLR ?? group.lr))",
        of: name)
    }
  }

  private static func fixed(
    _ context: RunContext, _ rates: Rates, _ shrink: Double, _ warmup: Int
  ) throws(Diagnostic) -> Law {
    let epochs = Epochs(context.run)
    if context.optimizer != nil { try rates.check(epochs) }
    let start = Double(warmup - 1)
    return Law(.jumps, phases: Phase.named(warmUp: start, then: [(start, .jumps, "fixed")])) {
      (step, base) throws(Diagnostic) in
      let epoch = epochs.epoch(of: step)
      var rate = rates.rate(at: epoch - 1, base: base)
      if let annealed = rates.annealed(in: epoch) {
        rate = rates.last(base: base) * (try Python.power(shrink, Double(annealed)))
      }
      return step < warmup ? Double(step + 1) / Double(warmup) * rate : rate
    }
  }

  private static func cosine(
    _ context: RunContext, _ warmup: Warmup, _ minLR: Double, _ growth: Double, _ givenPeriod: Double, _ shrink: Double,
    _ given: Double?
  ) throws(Diagnostic) -> Law {
    let total = given ?? context.run.map { Double($0.count) }
    if context.optimizer != nil, givenPeriod <= 0, (total ?? 0) <= 0 {
      throw Diagnostic(.param, "either “max_update” or “lr_period_updates” must be given")
    }
    try check(context.optimizer, exceeds: minLR, "min_lr")
    let period = givenPeriod > 0 ? givenPeriod : (total ?? 0) - Double(warmup.updates)
    let cycles = Cycles(first: period, growth: growth)
    var phases = warmup.updates > 0 ? [(start: 0.0, motion: Motion.moves, label: "warm-up")] : []
    if period > 0 {
      phases += cycles.beginnings(from: Double(max(0, warmup.updates)), count: givenPeriod <= 0 ? 1 : .infinity)
    }
    // The warm-up, and as many cycles as show how they change.
    let shown = Double(max(0, warmup.updates)) + givenPeriod * (growth == 1 ? 2 : min(8, 1 + max(0, growth)))
    return Law(length: total ?? (givenPeriod > 0 ? shown : nil), phases: Phase.named(phases)) {
      (step, base) throws(Diagnostic) in
      if step < warmup.updates { return warmup.rate(at: step, from: warmup.start(or: minLR), to: base) }
      let passed = Double(step - warmup.updates)
      let ratio = try Python.quotient(passed, period, "the period, max_update − warmup_updates,")
      let index = ratio.rounded(.down)
      let place =
        growth == 1
        ? Cycles.Place(index: index, length: period, position: passed - period * index) : try cycles.place(at: passed)
      let scale = try Python.power(shrink, place.index)
      let (low, high) = (minLR * scale, base * scale)
      let angle = try Python.quotient(.pi * place.position, place.length, "the length of a cycle")
      return low + 0.5 * (high - low) * (1 + Libm.cos(angle))
    }
  }

  private static func triStage(
    _ context: RunContext, _ warmup: Int, _ hold: Int, _ decay: Int, _ ratio: [Double]?, _ initScale: Double,
    _ finalScale: Double, _ given: Double?
  ) throws(Diagnostic) -> Law {
    if let ratio, ratio.count != 3 || ratio[0] + ratio[1] + ratio[2] != 1 {
      throw Diagnostic(.value, "“phase_ratio” is three numbers that add up to 1", of: "phase_ratio")
    }
    let total = given ?? context.run.map { Double($0.count) }
    var stages = [Double(warmup), Double(hold), Double(decay)]
    if let ratio { stages = ratio.map { ((total ?? 0) * $0).rounded(.towardZero) } }
    let (warmup, hold, decay) = (stages[0], stages[1], stages[2])
    if context.optimizer != nil {
      if ratio != nil, (total ?? 0) <= 0 { throw Diagnostic(.param, "“phase_ratio” needs “max_update”") }
      guard warmup + hold + decay > 0 else { throw Diagnostic(.param, "“phase_ratio” or steps must be given") }
      if decay == 0 { throw Diagnostic(.value, "division by zero: “decay_steps” is 0") }
    }
    var phases = warmup > 0 ? [(start: 0.0, motion: Motion.moves, label: "warm-up")] : []
    if hold > 0 { phases.append((warmup, .jumps, "hold")) }
    phases += [(warmup + hold, .moves, "decay"), (warmup + hold + decay + 1, .jumps, "end")]
    let length = ratio == nil ? max(1, warmup + hold + decay + 1) : total
    return .counted(length: length, phases: Phase.named(phases)) { update, base in
      let initial = initScale * base
      if update < warmup { return initial + (base - initial) / warmup * update }
      if update < warmup + hold { return base }
      let passed = update - (warmup + hold)
      guard passed <= decay else { return finalScale * base }
      return base * Libm.exp(-(-Libm.log(finalScale) / decay) * passed)
    }
  }

  private static func triangular(
    _ context: RunContext, _ maxLR: Double, _ period: Double, _ shrink: Double, _ shrinksMin: Bool
  ) throws(Diagnostic) -> Law {
    let half = (period / 2).rounded(.down)
    if half == 0 {
      throw Diagnostic(
        .value, "“lr_period_updates” must be at least 2, not \(Shown.number(period))", of: "lr_period_updates")
    }
    for group in context.optimizer?.groups ?? [] where maxLR <= (group.initialLR ?? group.lr) {
      throw Diagnostic(
        .value, "“max_lr” must be greater than the rate, \(Shown.number(group.initialLR ?? group.lr))", of: "max_lr")
    }
    let phases = half >= 1 ? Cycles(first: 2 * half, growth: 1).beginnings(from: 0) : []
    return .counted(length: max(1, 6 * half), phases: Phase.named(phases)) { (update, base) throws(Diagnostic) in
      let cycle = (update / (2 * half)).rounded(.down)
      let scale = try Python.power(shrink, cycle)
      let low = shrinksMin ? base * scale : base
      let x = abs(update / half - 2 * (cycle + 1) + 1)
      return low + (maxLR * scale - low) * max(0, 1 - x)
    }
  }
}
