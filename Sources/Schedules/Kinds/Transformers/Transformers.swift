import Diagnostics
import Text

extension Family {
  static let transformers = Family(
    name: "transformers", aliases: ["hf", "huggingface"], title: "Hugging Face transformers", interval: .step,
    resumes: .transformers
  ) {
    Transformers.kinds
  }
}

/// The schedules of transformers' `get_scheduler`, as of 5.23.
enum Transformers {
  static let kinds: [Kind] = [
    kind(
      "linear", aliases: ["get_linear_schedule_with_warmup", "WarmupLinearSchedule"],
      "Linear warm-up, then linear decay to zero.",
      formula: """
        lr(s) = b * s / W                for s < W = num_warmup_steps
        lr(s) = b * (T - s) / (T - W)    after it, 0 from T = num_training_steps on
        """,
      differs: "The first update is at 0 and the peak at step W. num_training_steps includes the warm-up, and after it "
        + "the rate stays 0. A percentage as num_warmup_steps is what the Trainer makes of warmup_steps below 1.",
      source: "`transformers.get_scheduler(\"linear\")`, 5.23.0; the default of its Trainer."
    ) { linear },
    kind(
      "cosine", aliases: ["get_cosine_schedule_with_warmup", "WarmupCosineSchedule"],
      "Linear warm-up, then cosine decay to zero.",
      formula: """
        lr(s) = b * s / W                                     for s < W = num_warmup_steps
        lr(s) = b * (1 + cos(2 * pi * num_cycles * p)) / 2    after it, p = (s - W) / (num_training_steps - W)
        """,
      differs:
        "The first update is at 0 and the peak at step W. num_training_steps includes the warm-up; beyond it the "
        + "cosine goes on, so the rate rises again. num_cycles counts whole waves: 0.5 is a single decay."
    ) {
      declaration(waves) { (training, waves) in cosine(training, waves: waves) }
    },
    kind(
      "cosine_with_restarts",
      aliases: ["get_cosine_with_hard_restarts_schedule_with_warmup", "WarmupCosineWithHardRestartsSchedule"],
      "Linear warm-up, then cosine decay with num_cycles hard restarts.",
      formula: """
        lr(s) = b * s / W                                         for s < W = num_warmup_steps
        lr(s) = b * (1 + cos(pi * (num_cycles * p mod 1))) / 2    after it, p = (s - W) / (num_training_steps - W)
        """,
      differs: "The first update is at 0 and the peak at step W. The cycles are of one length, unlike those of torch's "
        + "CosineAnnealingWarmRestarts, and the rate is 0 from num_training_steps on.",
      example: #"{"num_warmup_steps": 10, "num_training_steps": 100, "num_cycles": 3}"#
    ) { restarts },
    kind(
      "polynomial", aliases: ["get_polynomial_decay_schedule_with_warmup"],
      "Linear warm-up, then polynomial decay to lr_end.",
      formula: """
        lr(s) = b * s / W                                     for s < W = num_warmup_steps
        lr(s) = b * ((L - e) * (1 - (s - W) / (T - W))^power + e) / L
        lr(s) = b * e / L                                     after T = num_training_steps
        e = lr_end, L = the optimizer's lr
        """,
      differs: "The first update is at 0 and the peak at step W. lr_end is what a group ends at only if it has the "
        + "optimizer's own lr; others end at the same part of theirs. torch's PolynomialLR always ends at 0.",
      example: #"{"num_warmup_steps": 10, "num_training_steps": 100, "power": 2}"#
    ) {
      declaration(
        Parameter("lr_end", role: .floor, default: 1e-7, "The last rate; must be smaller than the optimizer's."),
        Parameter("power", default: 1.0, "The power; 1 is linear.")
      ) { (training, end, power) throws(Diagnostic) in try polynomial(training, to: end, power) }
    },
    kind(
      "constant", aliases: ["get_constant_schedule", "ConstantLRSchedule"],
      "Constant at the base rate.",
      formula: "lr(s) = b",
      differs: "Whatever get_scheduler is given besides, it warms nothing up and never ends.",
      example: #"{"num_training_steps": 100}"#
    ) { constant },
    kind(
      "constant_with_warmup", aliases: ["get_constant_schedule_with_warmup", "WarmupConstantSchedule"],
      "Linear warm-up, then constant at the base rate.",
      formula: """
        lr(s) = b * s / W    for s < W = num_warmup_steps
        lr(s) = b            after it
        """,
      differs: "The first update is at 0 and the peak at step W.",
      example: #"{"num_warmup_steps": 20, "num_training_steps": 100}"#
    ) { constantWithWarmUp },
    kind(
      "inverse_sqrt", aliases: ["get_inverse_sqrt_schedule"],
      "Linear warm-up, then inverse-square-root decay.",
      formula: """
        lr(s) = b * s / W                                    for s < W = num_warmup_steps
        lr(s) = b / sqrt((s + timescale - W) / timescale)    after it
        """,
      differs: "The first update is at 0 and the peak, the base rate itself, at step W; num_training_steps changes "
        + "nothing, and the rate never reaches an end. With the timescale W it is b * sqrt(W / s)."
    ) {
      declaration(
        Parameter(
          "timescale", default: Double?.none,
          "Steps until the rate falls; num_warmup_steps, or 10000 without warm-up.")
      ) { (training, given) in
        let timescale = given ?? (training.warmUp == 0 ? 10_000 : training.warmUp)
        let shift = timescale - training.warmUp
        return training.decay { (step) throws(Diagnostic) in
          let stretched = try Python.quotient(step + shift, timescale, "timescale")
          return try Python.quotient(1, try Python.call(.sqrt, stretched), "the square root")
        }
      }
    },
    kind(
      "reduce_lr_on_plateau", aliases: ["get_reduce_on_plateau_schedule"],
      "Multiplies the rate by a factor when a metric stops improving: torch's ReduceLROnPlateau.",
      formula: "lr = max(lr * factor, min_lr)    after more than patience epochs that were not better",
      differs:
        "No difference from torch's: it does not warm up, whatever num_warmup_steps says. The Trainer steps it at "
        + "each evaluation, here the end of an epoch.",
      example: #"{"patience": 5, "factor": 0.5}"#
    ) { Declaration(ignoringLengthsOf: ReduceLROnPlateau.kind.declaration) },
    kind(
      "cosine_with_min_lr", aliases: ["get_cosine_with_min_lr_schedule_with_warmup"],
      "Linear warm-up, then cosine decay to min_lr.",
      formula: """
        lr(s) = b * s / W                                                     for s < W = num_warmup_steps
        lr(s) = b * (r + (1 - r) * (1 + cos(2 * pi * num_cycles * p)) / 2)    after it
        p = (s - W) / (num_training_steps - W), r = min_lr_rate or min_lr / the optimizer's lr
        """,
      differs:
        "The first update is at 0, not at min_lr, and the peak at step W. Beyond num_training_steps, which include "
        + "the warm-up, the rate rises again. min_lr holds for groups with the optimizer's own lr.",
      example: #"{"num_warmup_steps": 10, "num_training_steps": 100, "min_lr_rate": 0.1}"#
    ) {
      declaration(waves, lowestRate, lowestPart) { (training, waves, lowest, part) throws(Diagnostic) in
        guard let total = training.total else { return training.unbound }
        let floor = try Floor(lowest, part, training.optimizer)
        return training.decay { (step) throws(Diagnostic) in
          floor.raise(try cosine(training.progress(at: step, of: total), waves))
        }
      }.requiring(.oneOf("min_lr", "min_lr_rate"))
    },
    kind(
      "cosine_warmup_with_min_lr", aliases: ["get_cosine_with_min_lr_schedule_with_warmup_lr_rate"],
      "Linear warm-up from a rate above zero, then cosine decay to min_lr.",
      formula: """
        lr(s) = b * (s + 1) / W                                               for s < W = num_warmup_steps
        lr(s) = b * (w + (1 - w) * s / (W - 1))                               instead, with w = warmup_lr_rate
        lr(s) = b * (r + (1 - r) * (1 + cos(2 * pi * num_cycles * p)) / 2)    after it
        p = (s - W + 1) / (num_training_steps - W), r = min_lr_rate or min_lr / the optimizer's lr
        """,
      differs:
        "The peak is at step W - 1, and step W is below it already; the lowest rate is reached in the last step, "
        + "num_training_steps - 1, and left again after it. cosine_with_min_lr is a step later everywhere.",
      example: #"{"num_warmup_steps": 10, "num_training_steps": 100, "min_lr_rate": 0.1, "warmup_lr_rate": 0.01}"#
    ) {
      declaration(
        waves, lowestRate, lowestPart,
        Parameter(
          "warmup_lr_rate", role: .start, default: Double?.none,
          "Where the warm-up starts, as a fraction of the base rate.")
      ) { (training, waves, lowest, part, start) throws(Diagnostic) in
        guard let total = training.total else { return training.unbound }
        let (floor, warmUp) = (try Floor(lowest, part, training.optimizer), training.warmUp)
        // The peak is in the last step of the warm-up.
        return training.law([(warmUp - 1, .moves, "decay")]) { (step) throws(Diagnostic) in
          guard step < warmUp else {
            return floor.raise(try cosine((step - warmUp + 1) / max(1, total - warmUp), waves))
          }
          guard let start else { return (step + 1) / max(1, warmUp) }
          return start + (1 - start) * step / max(1, warmUp - 1)
        }
      }.requiring(.oneOf("min_lr", "min_lr_rate"))
    },
    kind(
      "warmup_stable_decay", aliases: ["get_wsd_schedule", "wsd"],
      "Warm-up, constant base rate, then decay over the last num_decay_steps.",
      formula: """
        lr(s) = b * (r + (1 - r) * rise(s / W))                  for s < W = num_warmup_steps; r = min_lr_ratio
        lr(s) = b                                                for the num_stable_steps after it
        lr(s) = b * (r + (1 - r) * fall(q / num_decay_steps))    q steps later
        lr(s) = b * r                                            at the end
        """,
      differs:
        "The first update is at min_lr_ratio, the peak at step W, and the end one step past the last; it is held. "
        + "num_stable_steps wins over num_training_steps, from which they are else worked out.",
      source: "`transformers.get_scheduler(\"warmup_stable_decay\")`, 5.23.0; arXiv:2404.06395.",
      example: #"{"num_warmup_steps": 10, "num_training_steps": 100, "num_decay_steps": 20}"#
    ) {
      declaration(
        Parameter<Double>("num_decay_steps", role: .decay, "Steps of the decay, the last of the run."),
        Parameter(
          "num_stable_steps", role: .hold, default: Double?.none,
          "Steps between; those of num_training_steps that are left."),
        Parameter("warmup_type", default: Path.linear, "The shape of the warm-up."),
        Parameter("decay_type", default: Path.cosine, "The shape of the decay."),
        Parameter("min_lr_ratio", default: 0.0, "The first and the last rate, as a fraction of the base rate."),
        Parameter("num_cycles", default: 0.5, "Waves of a cosine decay; 0.5 is a single decay."), law: stable)
    },
    GreedyLR.kind,
  ]

  private static func kind(
    _ name: String, aliases: [String], _ summary: String, formula: String, differs: String, source: String? = nil,
    example: String = #"{"num_warmup_steps": 10, "num_training_steps": 100}"#,
    declare: @escaping @Sendable () -> Declaration
  ) -> Kind {
    Kind(
      name, aliases: aliases, .transformers, summary, formula: formula, differs: differs,
      source: source ?? "`transformers.get_scheduler(\"\(name)\")`, 5.23.0.", example: example, declare: declare)
  }

  // What diffusers takes over as it is.

  static var linear: Declaration {
    declaration { (training) throws(Diagnostic) in
      guard let total = training.total else { return training.unbound }
      return training.decay { max(0, (total - $0) / max(1, total - training.warmUp)) }
    }
  }

  static var restarts: Declaration {
    declaration(Parameter("num_cycles", role: .cycles, default: 1.0, "Cycles after the warm-up.")) {
      (training, cycles) throws(Diagnostic) in
      guard let total = training.total else { return training.unbound }
      let length = max(1, total - training.warmUp) / cycles
      let phases = Cycles(first: length, growth: 1).beginnings(from: training.warmUp, count: cycles)
      return training.law(phases) { (step) throws(Diagnostic) in
        if let factor = training.warmUpFactor(at: step) { return factor }
        let progress = training.progress(at: step, of: total)
        return progress >= 1 ? 0 : max(0, Fall.cosine(try Python.remainder(cycles * progress, 1)))
      }
    }
  }

  static var constant: Declaration {
    Declaration(
      law: Parameter("num_warmup_steps", default: WarmUpSteps?.none, "Ignored, as get_scheduler does."),
      Parameter.trainingSteps
    ) { (_, length) in Law(length: length, .jumps) { _, base in base } }
  }

  static var constantWithWarmUp: Declaration {
    declaration(resumes: false) { (training) in
      training.law([(training.warmUp, .jumps, "constant")]) { training.warmUpFactor(at: $0) ?? 1 }
    }
  }

  /// How many waves of a cosine follow the warm-up.
  static let waves = Parameter("num_cycles", default: 0.5, "Cosine waves; 0.5 is a single decay.")

  static func cosine(_ progress: Double, _ waves: Double) throws(Diagnostic) -> Double {
    0.5 * (1 + (try Python.call(.cos, .pi * waves * 2 * progress)))
  }

  static func cosine(_ training: Arguments, waves: Double) -> Law {
    guard let total = training.total else { return training.unbound }
    return training.decay { (step) throws(Diagnostic) in
      max(0, try cosine(training.progress(at: step, of: total), waves))
    }
  }

  private static let lowestRate = Parameter<Double?>(
    "min_lr", role: .floor, default: nil, "The lowest rate; this or min_lr_rate.")
  private static let lowestPart = Parameter<Double?>(
    "min_lr_rate", default: nil, "The lowest rate as a fraction of the base rate.")

  /// The lowest rate of the cosines as a part of the base rate.
  private struct Floor: Sendable {
    private let part: Double

    /// A rate is a part of the one among the optimizer's defaults, whatever its groups have.
    init(_ rate: Double?, _ part: Double?, _ optimizer: Optimizer?) throws(Diagnostic) {
      if let rate, let optimizer {
        self.part = try Python.quotient(rate, optimizer.defaults.lr, "the optimizer’s lr", code: .value)
      } else {
        self.part = part ?? 0
      }
    }

    /// Scales a factor so that 0 becomes the lowest one.
    func raise(_ factor: Double) -> Double { max(0, factor * (1 - part) + part) }
  }

  static func polynomial(_ training: Arguments, to end: Double, _ power: Double) throws(Diagnostic) -> Law {
    guard let total = training.total else { return training.unbound }
    // The rate among the optimizer's defaults, whatever the groups have.
    let initial = training.optimizer?.defaults.lr
    if let initial, initial <= end {
      throw Diagnostic(
        .value,
        "“lr_end” must be smaller than the optimizer’s lr, \(Shown.number(initial)), and is \(Shown.number(end))")
    }
    let peak = initial ?? 1
    return training.law([(training.warmUp, .moves, "decay"), (total, .moves, "lr_end")]) { (step) throws(Diagnostic) in
      if let factor = training.warmUpFactor(at: step) { return factor }
      if step > total { return try Python.quotient(end, peak, "the optimizer’s lr") }
      let over = try Python.quotient(
        step - training.warmUp, total - training.warmUp, "num_training_steps - num_warmup_steps")
      return try Python.quotient((peak - end) * (try Python.power(1 - over, power)) + end, peak, "the optimizer’s lr")
    }
  }

  private enum Path: String, Choice {
    case linear, cosine
    case oneMinusSquareRoot = "1-sqrt"

    func rise(_ progress: Double) -> Double {
      switch self {
      case .linear: progress
      case .cosine: 0.5 * (1 - Libm.cos(.pi * progress))
      case .oneMinusSquareRoot: 1 - (1 - progress).squareRoot()
      }
    }

    func fall(_ progress: Double, waves: Double) throws(Diagnostic) -> Double {
      switch self {
      case .linear: Fall.linear(progress)
      case .cosine: try Transformers.cosine(progress, waves)
      case .oneMinusSquareRoot: 1 - (try Python.call(.sqrt, progress))
      }
    }
  }

  private static func stable(
    _ training: Arguments, _ decay: Double, _ given: Double?, _ rising: Path, _ falling: Path, _ lowest: Double,
    _ waves: Double
  ) -> Law {
    let warmUp = training.warmUp
    guard let hold = given ?? training.total.map({ $0 - warmUp - decay }) else { return training.unbound }
    let (start, end) = (warmUp + hold, warmUp + hold + decay)
    let length = given.flatMap { hold in training.givenWarmUp.map { $0 + hold + decay } }
    let phases: [Phase.Beginning] = [
      (warmUp, .jumps, "stable"), (start, .moves, "decay"), (start + decay, .jumps, "end"),
    ]
    return training.law(length: length, phases) { (step) throws(Diagnostic) in
      func raise(_ factor: Double) -> Double { max(0, factor * (1 - lowest) + lowest) }
      if step < warmUp { return raise(rising.rise(step / max(1, warmUp))) }
      if step < start { return 1 }
      if step < end { return raise(try falling.fall((step - warmUp - hold) / max(1, decay), waves: waves)) }
      return lowest
    }
  }
}
