import Diagnostics
import Text

extension Family {
  static let detectron2 = Family(name: "detectron2", title: "detectron2", interval: .step, resumes: .torch) {
    Detectron2.kinds
  }
}

/// The schedules of detectron2: those that `SOLVER.LR_SCHEDULER_NAME` names, with the keys of the configuration, and the
/// classes that they are made of, as of 2026-06.
enum Detectron2 {
  static let kinds: [Kind] = [
    Kind(
      "WarmupMultiStepLR", short: "multistep", .detectron2,
      "Warm-up, then drops by GAMMA at each of STEPS.",
      formula: "lr(t) = b·(f + (1 − f)·t/WARMUP_ITERS), f = WARMUP_FACTOR, then b·GAMMAⁿ, n the number of STEPS ≤ t",
      differs: """
        A step is in force in its own update, as in torch's MultiStepLR. STEPS beyond MAX_ITER are left out. With \
        RESCALE_INTERVAL all of them move.
        """,
      source: solverSource,
      example: #"{"STEPS": [60, 80], "MAX_ITER": 90, "WARMUP_ITERS": 10, "WARMUP_FACTOR": 0.1}"#
    ) {
      Declaration(
        Parameter<[Double]>(
          "STEPS", role: .milestones, default: [30000], in: .between(-1e12, 1e12), "Updates at which the rate drops."),
        Parameter("GAMMA", role: .factor, default: 0.1, "The factor of each drop."), and: Solver.parameters
      ) { (solver, steps, gamma) throws(Diagnostic) in
        let kept = steps.filter { $0 <= Double(solver.maxIter) }
        var values: [Double] = []
        for index in 0...kept.count { values.append(try Python.power(gamma, Double(index))) }
        let schedule = try Fvcore.steps(values, count: Double(solver.maxIter), milestones: kept)
        return LawScheduler(try solver.law(of: schedule))
      }
    },
    Kind(
      "WarmupCosineLR", short: "cosine", .detectron2, "Warm-up, then cosine decay.",
      formula: "lr(t) = b·(e + (1 − e)·(1 + cos πt/MAX_ITER)/2), e = BASE_LR_END/BASE_LR; before it the warm-up",
      differs: """
        The cosine begins with the warm-up, which goes to where it is then, so the optimizer's rate is never reached. With \
        RESCALE_INTERVAL it begins behind. BASE_LR is the optimizer's rate.
        """,
      source: solverSource,
      example: #"{"MAX_ITER": 90, "WARMUP_ITERS": 10, "WARMUP_FACTOR": 0.1}"#
    ) {
      Declaration(
        Parameter("BASE_LR_END", role: .floor, default: 0.0, in: .atLeast(0), "The rate after the last update."),
        and: Solver.parameters
      ) { (solver, end) throws(Diagnostic) in
        try LawScheduler { (context) throws(Diagnostic) in
          // BASE_LR is known when the optimizer is.
          guard let rate = context.optimizer?.defaults.lr else {
            return Law(length: Double(solver.maxIter)) { _, base in base }
          }
          let ratio = try Python.quotient(end, rate, "the optimizer’s rate", code: .value)
          if ratio > 1 {
            throw Diagnostic(
              .value, "“BASE_LR_END”, \(end), must not be greater than the optimizer’s rate", of: "BASE_LR_END")
          }
          return try solver.law(of: Fvcore.cosine(from: 1, to: ratio))
        }
      }
    },
    Kind(
      "WarmupStepWithFixedGammaLR", short: "step-gamma", .detectron2,
      "Warm-up, then NUM_DECAYS drops by GAMMA at equal distances.",
      formula: "lr(t) = b·GAMMA^⌊(NUM_DECAYS + 1)·t/MAX_ITER⌋; before it the warm-up",
      differs: "The stretches include the warm-up, unless RESCALE_INTERVAL is set.",
      source: solverSource,
      example: #"{"NUM_DECAYS": 2, "MAX_ITER": 90, "WARMUP_ITERS": 10, "WARMUP_FACTOR": 0.1}"#
    ) {
      Declaration(
        Parameter("NUM_DECAYS", default: 3, in: .between(1, 1e6), "The number of drops."),
        Parameter("GAMMA", role: .factor, default: 0.1, in: .above(0), "The factor of each drop."),
        and: Solver.parameters
      ) { (solver, decays, gamma) throws(Diagnostic) in
        LawScheduler(try solver.law(of: Fvcore.steps(Fvcore.drops(from: 1, by: gamma, decays))))
      }
    },
    Kind(
      "LRMultiplier", short: "multiplier", .detectron2,
      "Multiplies every base rate by a parameter scheduler of fvcore.",
      formula: "lr(t) = b·multiplier(t/max_iter)",
      differs: "The last update, max_iter − 1, is one step short of the multiplier's end.",
      source: classSource("LRMultiplier"),
      example: """
        {"multiplier": {"type": "fvcore.CosineParamScheduler", "start_value": 1, "end_value": 0}, "max_iter": 50}
        """
    ) {
      Declaration(
        Parameter<Child>("multiplier", "A parameter scheduler of fvcore."),
        Parameter<Double>("max_iter", role: .length, in: .between(-1e12, 1e12), "Updates of the training."),
        Parameter<Int>("last_iter", default: -1, in: .between(-1, 1e12), "The last update of a run that is resumed.")
      ) { (child, maxIter, lastIter) throws(Diagnostic) in
        if maxIter == 0 { throw Diagnostic(.value, "division by zero: “max_iter” is 0", of: "max_iter") }
        let schedule = try Fvcore.schedule(in: child.node, of: "multiplier")
        return LawScheduler(multiplier(schedule, in: maxIter), resumingAfter: lastIter)
      }
    },
    Kind(
      "WarmupParamScheduler", short: "warmup", .detectron2,
      "Warm-up before a parameter scheduler of fvcore.",
      formula: """
        v(w) = from warmup_factor·s(0) in a line to s(warmup_length), or s(0) if rescaled; then s(w), or
        s((w − warmup_length)/(1 − warmup_length)) if rescaled
        """,
      differs: """
        The warm-up goes to where the schedule is when it ends, which is below the peak, and the schedule is not delayed \
        unless it is rescaled.
        """,
      source: classSource("WarmupParamScheduler"),
      example: """
        {"scheduler": {"type": "fvcore.CosineParamScheduler", "start_value": 0.1, "end_value": 0.001}, \
        "warmup_factor": 0.1, "warmup_length": 0.1, "max_iter": 60}
        """
    ) {
      Fvcore.declaration(
        Parameter<Child>("scheduler", "A parameter scheduler of fvcore."),
        Parameter<Double>(
          "warmup_factor", "The initial value of the warm-up, as a fraction of the schedule's first value."),
        Parameter<Double>("warmup_length", in: .between(0, 1), "The fraction of the training that is warm-up."),
        Parameter("warmup_method", default: Method.linear, "Whether the factor rises (linear) or is held (constant)."),
        Parameter("rescale_interval", default: false, "Whether the schedule begins after the warm-up.")
      ) { (child, factor, length, method, isRescaled) throws(Diagnostic) in
        let schedule = try Fvcore.schedule(in: child.node, of: "scheduler")
        return try warmed(schedule, factor: factor, length: length, method: method, isRescaled: isRescaled)
      }
    },
    Kind(
      "DeprecatedWarmupMultiStepLR", short: "deprecated-multistep", .detectron2,
      "Warm-up, then drops by gamma at each milestone.",
      formula:
        "lr(t) = b·w(t)·gammaⁿ, n the number of milestones ≤ t, w(t) = f·(1 − a) + a, a = t/warmup_iters, then 1",
      differs: """
        The deprecated class: the warm-up is a factor on the drops, which it may meet. maskrcnn-benchmark's is the same with \
        warmup_factor 1/3 and warmup_iters 500.
        """,
      source: classSource("WarmupMultiStepLR"),
      example: #"{"milestones": [60, 80], "warmup_iters": 10}"#
    ) {
      Declaration(
        Parameter<[Double]>("milestones", role: .milestones, "Updates at which the rate drops, in order."),
        Parameter("gamma", role: .factor, default: 0.1, "The factor of each drop."), and: Warmup.parameters
      ) { (warmup, milestones, gamma) throws(Diagnostic) in
        if milestones != milestones.sorted() {
          throw Diagnostic(.value, "“milestones” must be in order", of: "milestones")
        }
        // Half as long again as the last milestone, so that the last phase is seen.
        let length = milestones.last.map { max(1, (1.5 * $0).rounded(.up)) }
        let law = Law(length: length, .jumps, phases: warmup.phases(then: "steps", .jumps)) {
          (step, base) throws(Diagnostic) in
          let drops = Python.bisect(milestones, Double(step))
          return base * warmup.factor(at: step) * (try Python.power(gamma, Double(drops)))
        }
        return LawScheduler(law, resumingAfter: warmup.lastEpoch)
      }
    },
    Kind(
      "DeprecatedWarmupCosineLR", short: "deprecated-cosine", .detectron2,
      "Warm-up and cosine decay at the same time.",
      formula: "lr(t) = b·w(t)·(1 + cos πt/max_iters)/2, w(t) = f·(1 − a) + a, a = t/warmup_iters, then 1",
      differs: "The deprecated class: a product of warm-up and cosine, so the base rate is never reached.",
      source: classSource("WarmupCosineLR"),
      example: #"{"max_iters": 90, "warmup_iters": 10}"#
    ) {
      Declaration(
        Parameter<Double>("max_iters", role: .length, in: .between(-1e12, 1e12), "Updates of the training."),
        and: Warmup.parameters
      ) { (warmup, maxIters) throws(Diagnostic) in
        if maxIters == 0 { throw Diagnostic(.value, "division by zero: “max_iters” is 0", of: "max_iters") }
        let law = Law(length: maxIters, phases: warmup.phases(then: "cosine", .moves)) { step, base in
          base * warmup.factor(at: step) * 0.5 * (1 + Libm.cos(.pi * Double(step) / maxIters))
        }
        return LawScheduler(law, resumingAfter: warmup.lastEpoch)
      }
    },
  ]

  private static let solverSource = "SOLVER.LR_SCHEDULER_NAME of detectron2, 2026-06"
  private static func classSource(_ name: String) -> String { "detectron2.solver.lr_scheduler.\(name), 2026-06" }

  private enum Method: String, Choice { case linear, constant }

  /// Every base rate multiplied by what a schedule is in a training of so many updates.
  private static func multiplier(_ schedule: Fvcore.ParamScheduler, in maxIter: Double) -> Law {
    Law(length: maxIter, schedule.motion, phases: schedule.phases(of: maxIter)) {
      (step, base) throws(Diagnostic) in base * (try schedule.value(Double(step) / maxIter))
    }
  }

  private static func warmed(
    _ schedule: Fvcore.ParamScheduler, factor: Double, length: Double, method: Method, isRescaled: Bool
  ) throws(Diagnostic) -> Fvcore.ParamScheduler {
    let start = factor * (try schedule.value(0))
    let end = try schedule.value(isRescaled ? 0 : length)
    let warmup = method == .constant ? Fvcore.constant(start) : Fvcore.linear(from: start, to: end)
    return try Fvcore.composite(
      [warmup, schedule], lengths: [length, 1 - length], scalings: [.rescaled, isRescaled ? .rescaled : .fixed],
      labels: ["warm-up", schedule.label])
  }

  /// What the configuration says of the training and its warm-up.
  private struct Solver: Sendable {
    let maxIter: Int
    let warmupFactor: Double
    let warmupIters: Double
    let method: Method
    let isRescaled: Bool

    static let parameters = Parameters(
      Parameter("MAX_ITER", role: .length, default: 40000, in: .between(1, 1e12), "Updates of the training."),
      Parameter("WARMUP_FACTOR", default: 1e-3, "The first factor."),
      Parameter("WARMUP_ITERS", role: .warmup, default: 1000, in: .between(0, 1e12), "Updates of the warm-up."),
      Parameter("WARMUP_METHOD", default: Method.linear, "Whether the factor rises (linear) or is held (constant)."),
      Parameter("RESCALE_INTERVAL", default: false, "Whether the schedule begins after the warm-up."),
      make: Solver.init)

    /// The schedule with the warm-up in front, on every group's own rate.
    func law(of schedule: Fvcore.ParamScheduler) throws(Diagnostic) -> Law {
      let length = min(warmupIters / Double(maxIter), 1)
      let warmed = try warmed(
        schedule, factor: warmupFactor, length: length, method: method, isRescaled: isRescaled)
      return multiplier(warmed, in: Double(maxIter))
    }
  }

  /// The warm-up of the deprecated classes: a factor on whatever the schedule is meanwhile.
  private struct Warmup: Sendable {
    let factor: Double
    let iters: Double
    let method: Method
    let lastEpoch: Int

    static let parameters = Parameters(
      Parameter("warmup_factor", default: 0.001, "The first factor."),
      Parameter("warmup_iters", role: .warmup, default: 1000, in: .between(-1e12, 1e12), "Updates of the warm-up."),
      Parameter("warmup_method", default: Method.linear, "Whether the factor rises (linear) or is held (constant)."),
      Parameter.lastEpoch, make: Warmup.init)

    func factor(at step: Int) -> Double {
      if Double(step) >= iters { return 1 }
      if method == .constant { return factor }
      let passed = Double(step) / iters
      return factor * (1 - passed) + passed
    }

    func phases(then label: String, _ motion: Motion) -> [Phase] {
      Phase.named(warmUp: iters, then: [(iters, motion, label)])
    }
  }
}
