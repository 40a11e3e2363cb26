import Diagnostics
import Text

extension Family {
  static let torchtitan = Family(name: "torchtitan", title: "torchtitan", interval: .step, resumes: .torch) {
    Torchtitan.kinds
  }
  static let axolotl = Family(name: "axolotl", title: "axolotl", interval: .step, resumes: .torch) { Axolotl.kinds }
}

/// The one schedule of torchtitan: `torchtitan.components.lr_scheduler`, 0.3.0.
enum Torchtitan {
  private enum DecayType: String, Choice { case linear, sqrt, cosine }

  static let kinds: [Kind] = [
    Kind(
      "linear_warmup_stable_decay", short: "lr_scheduler", .torchtitan,
      "Linear warm-up, constant peak, then decay in the last part of the training.",
      formula: """
        lr(t) = b·(t + 1)/W           t < W = warmup_steps
        lr(t) = b                     t < T + 1 − D, D = round(decay_ratio·T), all after the warm-up if null
        lr(t) = b·(m + (1 − m)·f)     p = (t + D − T)/D; linear 1 − p, sqrt 1 − √p, cosine (1 + cos πp)/2; m = min_lr_factor
        """,
      differs:
        "The peak is at step W − 1, and the last update is above the end, which step T would have: it is trapezoid "
        + "with warmup_steps W − 1 and start_ratio 1/W, a step later at the joint.",
      source: "torchtitan.components.lr_scheduler, 0.3.0",
      example: #"{"warmup_steps": 20, "total_steps": 200, "decay_ratio": 0.3}"#
    ) {
      Declaration(
        bound: Parameter(
          "warmup_steps", role: .warmup, default: 200, in: .between(0, Parameter<Int>.mostSteps),
          "Steps of the warm-up."),
        Parameter<Int?>(
          "total_steps", role: .length, default: nil, in: .between(1, Parameter<Int>.mostSteps),
          "Steps of the schedule; the run's if null."),
        Parameter<Double?>(
          "decay_ratio", default: nil, in: .between(0, 1),
          "The fraction of the total that falls; all after the warm-up if null."),
        Parameter("decay_type", default: DecayType.linear, "Along what the rate falls."),
        Parameter("min_lr_factor", default: 0.0, in: .between(0, 1), "The last rate as a fraction of the base rate."),
        make: law)
    }
  ]

  private static func law(
    _ context: RunContext, _ steps: Int, _ given: Int?, _ ratio: Double?, _ type: DecayType, _ lowest: Double
  ) throws(Diagnostic) -> Law {
    guard let count = given ?? context.run?.count else {
      return .counted { (_, _) throws(Diagnostic) in
        throw Diagnostic(
          .param, "“total_steps” is needed where the length of the run is not known", hint: "give “total_steps”")
      }
    }
    let total = Double(count)
    // A warm-up longer than the training is cut, and so is a decay that has no room after it.
    let warmup = min(Double(steps), total)
    let decay = min(ratio.map { ($0 * total).rounded(.toNearestOrEven) } ?? total, total - warmup)
    let start = total + 1 - decay
    let phases = Phase.named(
      (warmup > 0 ? [(0, .moves, "warm-up")] : []) + [(warmup, .jumps, "stable"), (start, .moves, "decay")])
    return .counted(length: given.map(Double.init), phases: phases) { step, base in
      if step < warmup { return base * ((step + 1) / warmup) }
      if step < start || decay == 0 { return base }
      let part = min(1, (step + 1 - start) / decay)
      let fall =
        switch type {
        case .linear: 1 - part
        case .sqrt: 1 - part.squareRoot()
        case .cosine: 0.5 * (1 + Libm.cos(.pi * part))
        }
      return base * (lowest + (1 - lowest) * fall)
    }
  }
}

/// The schedules that axolotl adds to transformers': `axolotl.utils.schedulers`, 0.21.
enum Axolotl {
  static let kinds: [Kind] = [
    kind(
      "rex", "RexLR", "Linear warm-up, then reflected exponential decay to min_lr.",
      formula: """
        lr(i) = b·s/W                                   s = i + 1 < W = num_warmup_steps
        lr(i) = b·(m + (1 − m)·z/(0.1 + 0.9·z))         z = 1 − (s − W)/(T − W), m = min_lr/max_lr, T = num_training_steps
        """,
      differs: "The constructor has stepped once, so everything comes a row early, the end too. The shape rex has "
        + "z/(0.5 + 0.5·z).",
      example: #"{"num_warmup_steps": 10, "num_training_steps": 100, "min_lr": 0.01}"#
    ) {
      Transformers.declaration(
        Parameter<Double?>(
          "max_lr", role: .peak, default: nil, "What min_lr is related to; null: the optimizer's rate."),
        Parameter("min_lr", role: .floor, default: 0.0, "The rate at the end."), resumes: false
      ) { (training, highest, lowest) throws(Diagnostic) in
        guard let total = training.total else { return training.unbound }
        let (warmUp, highest) = (training.warmUp, highest ?? training.optimizer?.defaults.lr ?? 1)
        let ratio = try Python.quotient(lowest, highest, "the optimizer’s lr", code: .value)
        var law = Law.counted(
          length: training.givenTotal,
          phases: Phase.named(
            (warmUp > 1 ? [(0, .moves, "warm-up")] : []) + [(warmUp - 1, .moves, "decay"), (total - 1, .jumps, "end")])
        ) { row, base in
          let step = row + 1
          if step < warmUp { return base * step / max(1, warmUp) }
          if step >= total { return lowest }
          let left = (total - step) / (total - warmUp)
          return base * (ratio + (1 - ratio) * (left / (0.1 + 0.9 * left)))
        }
        law.interval = .step
        return law
      }
    },
    kind(
      "cosine_with_quadratic_warmup", "get_cosine_schedule_with_quadratic_warmup",
      "Quadratic warm-up, then cosine decay to zero.",
      formula: "lr(s) = b·(s/W)² for s < W = num_warmup_steps, then b·(1 + cos πp)/2, p = (s − W)/(T − W)",
      differs: "transformers.cosine after a warm-up that starts slowly: `lr_quadratic_warmup: true`."
    ) {
      Transformers.declaration(Transformers.waves) { (training, waves) throws(Diagnostic) in
        guard let total = training.total else { return training.unbound }
        return training.law([(training.warmUp, .moves, "decay")]) { (step) throws(Diagnostic) in
          if let factor = training.warmUpFactor(at: step) { return factor * factor }
          return max(0, try Transformers.cosine(training.progress(at: step, of: total), waves))
        }
      }
    },
    kind(
      "cosine_with_min_lr", "get_cosine_schedule_with_min_lr",
      "Linear warm-up, then cosine decay to a fraction of the base rate.",
      formula: "lr(s) = b·s/W for s < W = num_warmup_steps, then b·((1 − m)·(1 + cos πp)/2 + m), m = min_lr_ratio",
      differs: "transformers.cosine_with_min_lr with min_lr_rate: `cosine_min_lr_ratio`.",
      example: #"{"num_warmup_steps": 10, "num_training_steps": 100, "min_lr_ratio": 0.1}"#
    ) {
      Transformers.declaration(minRatio, resumes: false) { (training, lowest) throws(Diagnostic) in
        guard let total = training.total else { return training.unbound }
        return training.decay { (step) in
          (1 - lowest) * Fall.cosine(training.progress(at: step, of: total)) + lowest
        }
      }
    },
    kind(
      "cosine_with_warmup_decay_constant", "get_cosine_schedule_with_warmup_decay_constant",
      "Linear warm-up, then cosine decay to a fraction of the base rate, which is held for the rest.",
      formula:
        "lr(s) = b·s/W, then b·((1 − m)·(1 + cos πp)/2 + m), p = (min(s, C) − W)/(C − W), C = ⌊T·constant_lr_ratio⌋",
      differs: "It ends at a fraction of num_training_steps: `cosine_constant_lr_ratio`.",
      example: #"{"num_warmup_steps": 10, "num_training_steps": 100, "constant_lr_ratio": 0.8, "min_lr_ratio": 0.1}"#
    ) {
      Transformers.declaration(
        Parameter<Double>(
          "constant_lr_ratio", in: .between(0, 1), "The fraction of the training after which it is constant."),
        minRatio, Transformers.waves
      ) { (training, part, lowest, waves) throws(Diagnostic) in
        guard let total = training.total else { return training.unbound }
        let end = (total * part).rounded(.towardZero)
        return training.law([(training.warmUp, .moves, "decay"), (end, .jumps, "constant")]) {
          (step) throws(Diagnostic) in
          let step = min(step, end)
          if let factor = training.warmUpFactor(at: step) { return factor }
          let progress = (step - training.warmUp) / max(1, end - training.warmUp)
          return max(0, (1 - lowest) * (try Transformers.cosine(progress, waves)) + lowest)
        }
      }
    },
  ]

  private static let minRatio = Parameter<Double>(
    "min_lr_ratio", in: .between(0, 1), "The last rate as a fraction of the base rate.")

  private static func kind(
    _ name: String, _ function: String, _ summary: String, formula: String, differs: String,
    example: String = #"{"num_warmup_steps": 10, "num_training_steps": 100}"#,
    declare: @escaping @Sendable () -> Declaration
  ) -> Kind {
    Kind(
      name, .axolotl, summary, formula: formula, differs: differs,
      source: "axolotl.utils.schedulers.\(function), 067b021", example: example, declare: declare)
  }
}
