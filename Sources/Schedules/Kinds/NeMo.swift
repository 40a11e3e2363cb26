import Diagnostics
import Text

extension Family {
  static let nemo = Family(name: "nemo", title: "NVIDIA NeMo", interval: .step, resumes: .torch) { NeMo.kinds }
}

/// The schedules of NeMo: `nemo.core.optim.lr_scheduler`, 2.5.
///
/// Most warm up as (t + 1)/(W + 1) while t ≤ W, so that the peak is at step W, and are at `min_lr` after `max_steps`.
enum NeMo {
  static let kinds: [Kind] = [
    kind(
      "SquareAnnealing", "Linear warm-up, then decay along the square of what is left.",
      formula: "lr = max(b·((M − (t − W))/M)², min_lr), M = max_steps − W",
      differs: "min_lr is 1e-5 unless given, and a floor that the fall runs into, not where it ends."
    ) {
      declaration(Parameter("min_lr", role: .floor, default: 1e-5, "The lowest rate.")) { span, minLR in
        span.law(at: minLR) { step, base in
          let left = (span.decay - (step - span.warmup)) / span.decay
          return max(base * Libm.pow(left, 2), minLR)
        }
      }
    },
    kind(
      "SquareRootAnnealing", "Linear warm-up, then decay along the square root of what is left.",
      formula: "lr = max(b·√((max_steps − t)/max_steps), min_lr)",
      differs: "The decay is counted from step 0: the rate drops after the warm-up."
    ) {
      declaration(minLR) { span, minLR in
        span.law(at: minLR) { step, base in max(base * Libm.pow((span.total - step) / span.total, 0.5), minLR) }
      }
    },
    kind(
      "CosineAnnealing", short: "cosine",
      "Linear warm-up, then cosine decay to min_lr, which may be held for a while.",
      formula: "lr = min_lr + (b − min_lr)·(1 + cos π(t − W)/D)/2, D = max_steps − W − constant_steps, then min_lr",
      differs: """
        The warm-up is (t + 1)/(W + 1), but with constant_steps t/W, from 0, and then all groups have the rate of the \
        first. The total includes the warm-up.
        """,
      example: #"{"max_steps": 100, "warmup_steps": 10, "min_lr": 0.01}"#
    ) {
      Declaration(
        bound: warmupSteps, warmupRatio,
        Parameter<Int?>("constant_steps", role: .hold, default: nil, in: steps, "Steps at min_lr at the end."),
        Parameter<Double?>("constant_ratio", default: nil, in: .between(0, 1), "Instead: a fraction of max_steps."),
        maxSteps, minLR, make: cosine
      ).requiring(.atMostOne("warmup_steps", "warmup_ratio"), .atMostOne("constant_steps", "constant_ratio"))
    },
    kind(
      "NoamAnnealing", short: "noam", "Linear warm-up, then inverse square root decay (Transformer).",
      formula: "lr = b·d_model^−½·min(n^−½, n·W^−3⁄2), n = max(1, t), at least min_lr after the warm-up",
      differs:
        "The first two updates share a rate, since n is at least 1; the peak is at step W. max_steps ends nothing.",
      example: #"{"d_model": 512, "warmup_steps": 20, "max_steps": 100}"#
    ) {
      Declaration(
        bound: Parameter<Int>("d_model", in: .between(1, 1e9), "The width of the model."), warmupSteps, warmupRatio,
        maxSteps, minLR
      ) { (context, width, steps, ratio, total, minLR) throws(Diagnostic) in
        let span = Lengths(steps, ratio, total, context)
        try check(context, exceeds: minLR)
        let scale = Libm.pow(Double(width), -0.5)
        return .counted(length: total.map(Double.init) ?? 5 * max(1, span.warmup), phases: span.phases("decay")) {
          step, base in
          let count = max(1, step)
          let root = Libm.pow(count, -0.5)
          let part = span.warmup > 0 ? min(root, count * Libm.pow(span.warmup, -1.5)) : root
          let rate = base * (scale * part)
          return count > span.warmup ? max(rate, minLR) : rate
        }
      }.requiring(.atMostOne("warmup_steps", "warmup_ratio"))
    },
    kind(
      "NoamHoldAnnealing", "Linear warm-up, constant peak, then decay with a power of time (Squeezeformer).",
      formula: "lr = max(b·max(1, W^r)/max(1, (t − hold_steps)^r), min_lr) after the hold, r = decay_rate",
      differs: "noam-hold is the same with a warm-up of t/W, a step later. It needs a warm-up."
    ) {
      held(Parameter("decay_rate", default: 0.5, "The power of time."), minLR) {
        (span, hold, rate, minLR) throws(Diagnostic) in
        guard span.warmup > 0 else {
          throw Diagnostic(.value, "NoamHoldAnnealing needs a warm-up", of: "warmup_steps", hint: "give “warmup_steps”")
        }
        let top = max(1, Libm.pow(span.warmup, rate))
        return span.law(holding: hold ?? 0, at: minLR) { step, base in
          max(base * top / max(1, Libm.pow(step - (hold ?? 0), rate)), minLR)
        }
      }
    },
    kind(
      "WarmupAnnealing", "Linear warm-up, then linear decay to min_lr.",
      formula: "lr = min_lr + (1 − (t − W)/(max_steps − W))·(b − min_lr)",
      differs:
        "The total includes the warm-up, whose peak is at step W; the end, at max_steps, is one past the last update."
    ) {
      declaration(minLR) { span, minLR in
        span.law(at: minLR) { step, base in
          minLR + (1 - (step - span.warmup) / span.decay) * (base - minLR)
        }
      }
    },
    kind(
      "InverseSquareRootAnnealing", "Linear warm-up, then inverse square root decay.",
      formula: "lr = b/√((t + 1)/(W + 1)), and min_lr after max_steps",
      differs: "min_lr is not a floor: the rate jumps to it after max_steps."
    ) {
      declaration(minLR) { span, minLR in
        span.law(at: minLR) { step, base in base / Libm.pow((step + 1) / (span.warmup + 1), 0.5) }
      }
    },
    kind(
      "T5InverseSquareRootAnnealing", "Constant rate 1/√constant_steps, then inverse square root decay (T5).",
      formula: "lr = 1/√max(t, constant_steps), and min_lr after max_steps",
      differs: "The rates are absolute: the optimizer's own is ignored.",
      example: #"{"max_steps": 100, "constant_steps": 20}"#
    ) {
      Declaration(
        bound: Parameter<Int>(
          "constant_steps", role: .hold, in: .between(1, Parameter<Int>.mostSteps), "Steps at the first rate."),
        maxSteps, minLR
      ) { (context, constant, total, minLR) throws(Diagnostic) in
        let span = Lengths(constant, nil, total, context)
        let phases = Phase.named([(0, .jumps, "constant"), (Double(constant), .moves, "decay")])
        guard let end = span.bound else { return span.unbound }
        return .counted(length: span.given, phases: phases) { step, _ in
          if step <= Double(constant) { return 1 / Libm.pow(Double(constant), 0.5) }
          return step > end ? minLR : 1 / Libm.pow(step, 0.5)
        }
      }
    },
    kind(
      "PolynomialDecayAnnealing", "Linear warm-up, then polynomial decay to min_lr.",
      formula: "lr = (b − min_lr)·(1 − (t − W)/(max_steps − W))^power + min_lr",
      differs:
        "With cycle it restarts with a longer span; max_steps, after which min_lr is held, leaves no room for it.",
      example: #"{"max_steps": 100, "warmup_steps": 10, "power": 2}"#
    ) {
      declaration(minLR, power, cycle) { span, minLR, power, isCyclic in
        span.law(at: minLR) { step, base in
          polynomial(base, step - span.warmup, span.decay, power, minLR, isCyclic)
        }
      }
    },
    kind(
      "PolynomialHoldDecayAnnealing", "Linear warm-up, constant peak, then polynomial decay to min_lr.",
      formula: "lr = (b − min_lr)·(1 − (t − W − hold)/(max_steps − W − hold))^power + min_lr",
      differs: "hold_steps come after the warm-up, and max_steps includes both.",
      example: #"{"max_steps": 100, "warmup_steps": 10, "hold_steps": 30, "power": 2}"#
    ) {
      held(minLR, power, cycle) { (span, hold, minLR, power, isCyclic) in
        // Without a hold NeMo counts the fall from step 0, though its length is that after the warm-up.
        let top = hold.map { span.warmup + $0 } ?? 0
        return span.law(holding: hold ?? 0, at: minLR) { step, base in
          polynomial(base, step - top, span.total - max(span.warmup, top), power, minLR, isCyclic)
        }
      }
    },
    kind(
      "WarmupHoldAnnealOneMinusSquareRoot", "Linear warm-up, constant peak, then 1-sqrt decay.",
      formula: "lr = max(b·(1 − √p), min_lr), p = (t − W − hold)/(max_steps − W − hold)",
      differs: "min_lr is a floor that the fall runs into; `wsd` falls towards its end.",
      example: #"{"max_steps": 100, "warmup_steps": 10, "hold_steps": 60}"#
    ) {
      held(minLR) { (span, hold, minLR) in
        let top = span.warmup + (hold ?? 0)
        return span.law(holding: hold ?? 0, at: minLR) { step, base in
          max(base * (1 - Libm.pow((step - top) / (span.total - top), 0.5)), minLR)
        }
      }
    },
    kind(
      "WarmupHoldAnnealLinear", "Linear warm-up, constant peak, then linear decay to min_lr.",
      formula: "lr = min_lr + (b − min_lr)·(1 − (t − W − hold)/(max_steps − W − hold))",
      differs: "A trapezoid whose warm-up is (t + 1)/(W + 1).",
      example: #"{"max_steps": 100, "warmup_steps": 10, "hold_steps": 60}"#
    ) {
      held(minLR) { (span, hold, minLR) in
        let top = span.warmup + (hold ?? 0)
        return span.law(holding: hold ?? 0, at: minLR) { step, base in
          minLR + (base - minLR) * (1 - (step - top) / (span.total - top))
        }
      }
    },
  ]

  private static func kind(
    _ name: String, short: String? = nil, _ summary: String, formula: String, differs: String,
    example: String = #"{"max_steps": 100, "warmup_steps": 10}"#, declare: @escaping @Sendable () -> Declaration
  ) -> Kind {
    Kind(
      name, short: short, .nemo, summary, formula: formula, differs: differs,
      source: "nemo.core.optim.lr_scheduler.\(name), 8cfedd7", example: example, declare: declare)
  }

  private static let steps = Bounds.between(0, Parameter<Int>.mostSteps)
  private static let warmupSteps = Parameter<Int?>(
    "warmup_steps", role: .warmup, default: nil, in: steps, "Steps of the warm-up.")
  private static let warmupRatio = Parameter<Double?>(
    "warmup_ratio", default: nil, in: .between(0, 1), "Instead: a fraction of max_steps, rounded down.")
  private static let maxSteps = Parameter<Int?>(
    "max_steps", role: .length, default: nil, in: .between(1, Parameter<Int>.mostSteps),
    "Steps of the whole training; the run's if null.")
  private static let minLR = Parameter("min_lr", role: .floor, default: 0.0, "The rate at the end.")
  private static let power = Parameter("power", default: 1.0, "The power; 1 is linear.")
  private static let cycle = Parameter("cycle", default: false, "Whether it restarts after its end.")

  /// The warm-up and the total in steps.
  struct Lengths: Sendable {
    let warmup: Double
    /// `max_steps` as it is given.
    let given: Double?
    /// `max_steps` or the run's length; `nil` where neither is known.
    let bound: Double?

    init(_ steps: Int?, _ ratio: Double?, _ total: Int?, _ context: RunContext) {
      let given = total.map(Double.init)
      let bound = given ?? context.run.map { Double($0.count) }
      self.given = given
      self.bound = bound
      warmup = steps.map(Double.init) ?? ratio.map { ($0 * (bound ?? 0)).rounded(.towardZero) } ?? 0
    }

    var total: Double { bound ?? .infinity }
    /// Steps after the warm-up.
    var decay: Double { total - warmup }

    /// A schedule with NeMo's warm-up, a hold after it, and `minLR` after the total.
    func law(
      holding hold: Double = 0, at minLR: Double = 0,
      rate: @escaping @Sendable (_ step: Double, _ base: Double) -> Double
    ) -> Law {
      guard let end = bound else { return unbound }
      return .counted(length: given, phases: phases("decay", hold: hold)) { step, base in
        if warmup > 0, step <= warmup { return base * ((step + 1) / (warmup + 1)) }
        if hold > 0, step < warmup + hold { return base }
        return step > end ? minLR : rate(step, base)
      }
    }

    func phases(_ label: String, hold: Double = 0) -> [Phase] {
      var phases = warmup > 0 ? [(start: 0.0, motion: Motion.moves, label: "warm-up")] : []
      if hold > 0 { phases.append((warmup, .jumps, "hold")) }
      return Phase.named(phases + [(warmup + hold, .moves, label)])
    }

    /// The law of a schedule where the length of the training is not known.
    var unbound: Law {
      .counted { (_, _) throws(Diagnostic) in
        throw Diagnostic(.param, "“max_steps” is not given, and no run gives it", hint: "give “max_steps”")
      }
    }
  }

  @_semantics("optimize.sil.specialize.generic.never")
  private static func declaration<each Value: ParameterValue>(
    _ parameter: repeat Parameter<each Value>,
    law: @escaping @Sendable (Lengths, repeat each Value) throws(Diagnostic) -> Law
  ) -> Declaration {
    Declaration(bound: warmupSteps, warmupRatio, maxSteps, repeat each parameter) {
      (context, steps, ratio, total, value: repeat each Value) throws(Diagnostic) in
      try law(Lengths(steps, ratio, total, context), repeat each value)
    }.requiring(.atMostOne("warmup_steps", "warmup_ratio"))
  }

  /// The same with a hold after the warm-up.
  @_semantics("optimize.sil.specialize.generic.never")
  private static func held<each Value: ParameterValue>(
    _ parameter: repeat Parameter<each Value>,
    law: @escaping @Sendable (Lengths, _ hold: Double?, repeat each Value) throws(Diagnostic) -> Law
  ) -> Declaration {
    let holdSteps = Parameter<Int?>("hold_steps", role: .hold, default: nil, in: steps, "Steps at the peak.")
    let holdRatio = Parameter<Double?>(
      "hold_ratio", default: nil, in: .between(0, 1), "Instead: a fraction of max_steps, rounded down.")
    return Declaration(bound: warmupSteps, warmupRatio, holdSteps, holdRatio, maxSteps, repeat each parameter) {
      (context, steps, ratio, hold, holdRatio, total, value: repeat each Value) throws(Diagnostic) in
      let span = Lengths(steps, ratio, total, context)
      let held = hold.map(Double.init) ?? holdRatio.map { ($0 * (span.bound ?? 0)).rounded(.towardZero) }
      return try law(span, held, repeat each value)
    }.requiring(.atMostOne("warmup_steps", "warmup_ratio"), .atMostOne("hold_steps", "hold_ratio"))
  }

  /// Refuses base rates below the lowest.
  private static func check(_ context: RunContext, exceeds minLR: Double) throws(Diagnostic) {
    for group in context.optimizer?.groups ?? [] where (group.initialLR ?? group.lr) < minLR {
      throw Diagnostic(
        .value, "“min_lr”, \(Shown.number(minLR)), must not be greater than the rate, \(Shown.number(group.lr))",
        of: "min_lr")
    }
  }

  private static func cosine(
    _ context: RunContext, _ steps: Int?, _ ratio: Double?, _ constantSteps: Int?, _ constantRatio: Double?,
    _ total: Int?, _ minLR: Double
  ) throws(Diagnostic) -> Law {
    let span = Lengths(steps, ratio, total, context)
    try check(context, exceeds: minLR)
    guard let end = span.bound else { return span.unbound }
    let constant = constantSteps.map(Double.init) ?? constantRatio.map { ($0 * end).rounded(.towardZero) } ?? 0
    guard constant > 0 else {
      return span.law(at: minLR) { step, base in
        let part = 0.5 * (1 + Libm.cos(.pi * (step - span.warmup) / span.decay))
        return (base - minLR) * part + minLR
      }
    }
    let first = context.optimizer?.groups.first.map { $0.initialLR ?? $0.lr }
    let decay = span.decay - constant
    let phases = Phase.named(
      (span.warmup > 0 ? [(0, .moves, "warm-up")] : []) + [
        (span.warmup, .moves, "decay"), (span.warmup + decay, .jumps, "min_lr"),
      ])
    return .counted(length: span.given, phases: phases) { step, base in
      let peak = first ?? base
      if span.warmup > 0, step <= span.warmup { return peak * step / span.warmup }
      if step > span.warmup + decay { return minLR }
      return minLR + 0.5 * (Libm.cos(.pi * ((step - span.warmup) / decay)) + 1) * (peak - minLR)
    }
  }

  private static func polynomial(
    _ base: Double, _ step: Double, _ length: Double, _ power: Double, _ minLR: Double, _ isCyclic: Bool
  ) -> Double {
    var (step, length) = (step, length)
    if isCyclic {
      length *= step == 0 ? 1 : (step / length).rounded(.up)
    } else {
      step = min(step, length)
    }
    return (base - minLR) * Libm.pow(1 - step / length, power) + minLR
  }
}
