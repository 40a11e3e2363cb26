import Diagnostics
import Text

/// Shapes that fall with a negative power of time, most of them without an end.
extension NamedShapes {
  static let roots: [Kind] = [
    Kind(
      "noam", .shapes,
      "Linear warm-up, then inverse-square-root decay (Transformer).",
      formula: """
        lr(t) = scale·d^−½·min(n^−½, n·W^−3⁄2)       n = t + 1
        lr(t) = scale·b·W^½·min(n^−½, n·W^−3⁄2)      without d_model: the base rate is the peak
        """,
      differs:
        "With d_model the base rate is ignored, as in the paper. Counts from one as tensor2tensor and ESPnet do: the "
        + "peak is at step warmup_steps − 1; Paddle and AllenNLP count from zero. It has no end.",
      source: "Vaswani et al. 2017, arXiv:1706.03762, eq. 3; without d_model ESPnet's `WarmupLR`.",
      example: #"{"d_model": 512, "warmup_steps": 4000}"#
    ) {
      Declaration(
        law: Parameter<Int?>(
          "d_model", default: nil, in: .between(1, 1e9), "The width of the model; none makes the base rate the peak."),
        Parameter(
          "warmup_steps", role: .warmup, default: 4000, in: .between(1, Parameter<Int>.mostSteps),
          "Steps of the warm-up."),
        Parameter("scale", default: 1, in: .atLeast(0), "A factor on everything.")
      ) { (modelSize, steps, scale) in
        let (modelSize, warmup) = (modelSize.map(Double.init), Double(steps))
        let rise = steps > 1 ? [Phase(start: 0, motion: .moves, label: "warm-up")] : []
        let phases = rise + [Phase(start: steps - 1, motion: .moves, label: "decay")]
        // Without an end of its own, it shows as much as tells the warm-up from the fall.
        return .counted(length: 5 * warmup, phases: phases) { step, base in
          let count = step + 1
          let peak = modelSize.map { Libm.pow($0, -0.5) } ?? base * warmup.squareRoot()
          return scale * peak * min(Libm.pow(count, -0.5), count * Libm.pow(warmup, -1.5))
        }
      }
    },
    Kind(
      "noam-hold", .shapes,
      "Linear warm-up, constant peak, then decay with a power of time (Squeezeformer).",
      formula: """
        lr(t) = b·(s + (1 − s)·t/W)              t < W
        lr(t) = b                                t < W + H
        lr(t) = b·max(m, (W/(t − H))^r)          from there on, for ever
        """ + letters,
      differs:
        "The base rate is the peak, at step warmup_steps; NeMo's NoamHoldAnnealing begins a step higher. It has no end.",
      source: "Kim et al. 2022, arXiv:2206.00888; `NoamHoldAnnealing` of NeMo.",
      example: #"{"warmup_steps": 200, "hold_steps": 400, "decay_rate": 1}"#
    ) {
      Declaration(
        bound: Parameter<Int>(
          "warmup_steps", role: .warmup, in: .between(1, Parameter<Int>.mostSteps), "Steps of the linear warm-up."),
        Parameter.startRatio, Parameter.warmupShape, Parameter.warmupFrom, Parameter.holdSteps,
        Parameter("decay_rate", default: 0.5, in: .above(0), "The power of time: r."), Parameter.minRatio(0)
      ) { (context, warmup, start, curve, counting, hold, power, minRatio) throws(Diagnostic) in
        let rise = Rise(start: start, curve: curve, counting: counting)
        return try root(
          Horizon(total: nil, warmup: warmup, rise: rise, in: context.run), hold: hold, timescale: Double(warmup),
          power: power, to: minRatio)
      }
    },
    Kind(
      "inverse-sqrt", .shapes,
      "Linear warm-up, then inverse-square-root decay.",
      formula: """
        lr(t) = b·(s + (1 − s)·t/W)                   t < W
        lr(t) = b                                     t < W + H
        lr(t) = b·max(m, √(τ/(t − W − H + τ)))        from there on, for ever or until T − D
        lr(t) = a line from there to b·m              t < T
        lr(t) = b·m                                   t ≥ T, if decay_steps is not 0
        """ + letters,
      differs:
        "`noam` is the same without a hold, and counts from one. With timescale = warmup_steps, the default, it is "
        + "fairseq's and transformers'; with hold_steps 10000 and no warm-up it is T5's. The peak is at step warmup_steps.",
      source: "T5: Raffel et al. 2020, arXiv:1910.10683; with a cool-down Zhai et al. 2021, arXiv:2106.04560.",
      example: #"{"total_steps": 1000, "warmup_steps": 50, "decay_steps": 100}"#
    ) {
      declaration(
        Parameter.holdSteps,
        Parameter<Double?>(
          "timescale", default: nil, in: .between(1, Parameter<Int>.mostSteps),
          "Steps in which the square of the rate halves. Default: warmup_steps, or 10000 without a warm-up."),
        Parameter.decaySteps("Steps of a linear decay to the end."), Parameter.minRatio(0)
      ) { (horizon, hold, timescale, decaySteps: Int, minRatio) throws(Diagnostic) in
        try root(
          horizon, hold: hold,
          timescale: timescale ?? (horizon.warmup > 0 ? horizon.warmup : 10_000), power: 0.5, decaySteps: decaySteps,
          to: minRatio)
      }
    },
    Kind(
      "power", .shapes,
      "Power of the tokens seen, independent of batch size and length, with a final decay.",
      formula: """
        power(n) = min(b, sequences_per_step·a·n^exponent)        n = t·sequences_per_step·sequence_length tokens
        lr(t) = power(n at W)·(s + (1 − s)·t/W)           t < W
        lr(t) = power(n)                                  t < T − D
        lr(t) = power(n at T − D)·d                       t < T, d as wsd has it, from 1 to m
        lr(t) = power(n at T − D)·m                       t ≥ T, if decay_steps is not 0
        """ + letters,
      differs:
        "The base rate is the highest there is, and min_ratio is a fraction of the rate where the decay begins. With "
        + "decay_steps 0 it has no end and needs no total. timm's WSD with stable_fn power has the shape alone.",
      source: "Shen et al. 2024, arXiv:2408.13359; Levanter's `power`, whose a and b are the defaults.",
      example:
        #"{"total_steps": 10000, "warmup_steps": 100, "decay_steps": 1000, "sequences_per_step": 128, "min_ratio": 0.01}"#
    ) {
      Declaration(
        bound: Parameter.totalSteps, Parameter.warmupSteps, Parameter.startRatio, Parameter.warmupShape,
        Parameter.warmupFrom,
        Parameter<Int?>(
          "sequences_per_step", default: nil, in: .between(1, 1e9), "Sequences in a batch; the file’s batch if null."),
        Parameter<Int?>(
          "sequence_length", default: nil, in: .between(1, 1e9),
          "Tokens in a sequence; the file’s tokens_per_sample if null, else 4096."),
        Parameter("amplitude", default: 4.6, in: .above(0), "The factor of the power law: a."),
        Parameter("exponent", default: -0.51, in: .between(-10, 0), "Its exponent: b in the paper."),
        Parameter.decaySteps("Steps of the final decay."), Parameter.decay(.exponential), Parameter.minRatio(0.1)
      ) {
        (context, total, warmup, start, curve, counting, size, length, a, b, decaySteps: Int, decay, minRatio)
          throws(Diagnostic) in
        let rise = Rise(start: start, curve: curve, counting: counting)
        let horizon = try Horizon(total: total, warmup: warmup, rise: rise, in: context.run)
        guard let batch = try Batch.ofSequences(size, length, in: context) else { return horizon.unbound }
        return try tokenPower(
          horizon, batch: batch, amplitude: a, exponent: b, decaySteps: Double(decaySteps), decay: decay, to: minRatio)
      }
    },
    Kind(
      "eden", .shapes,
      "Decays with batches and epochs at once (icefall).",
      formula: """
        lr(t) = b·((t² + B²)/B²)^−¼·((e² + E²)/E²)^−¼·w      e = t / steps_per_epoch, floored
        w = s + (1 − s)·t/W while t < W, then 1
        """ + letters,
      differs:
        "The warm-up multiplies a curve that falls already; the epochs' part jumps once an epoch. It has no end.",
      source: "`Eden` of k2-fsa/icefall, for Zipformer: Yao et al. 2024, arXiv:2310.11230.",
      example: #"{"lr_batches": 50, "lr_epochs": 35, "warmup_steps": 10}"#
    ) {
      Declaration(
        bound: Parameter<Double>("lr_batches", in: .above(0), "Batches after which the rate falls noticeably: B."),
        Parameter<Double>("lr_epochs", in: .above(0), "Epochs after which the rate falls noticeably: E."),
        Parameter(
          "warmup_steps", role: .warmup, default: 500, in: .between(0, Parameter<Int>.mostSteps),
          "Batches of the warm-up."),
        Parameter(
          "start_ratio", role: .start, default: 0.5, in: .between(0, 1), "The factor of the warm-up at step 0."),
        Parameter.warmupShape, Parameter.warmupFrom
      ) { (context, batches, epochs, warmup, start, curve, counting) throws(Diagnostic) in
        let rise = Rise(start: start, curve: curve, counting: counting)
        let horizon = try Horizon(total: nil, warmup: warmup, rise: rise, in: context.run)
        return eden(batches, epochs, horizon, in: context.run)
      }
    },
  ]

  /// Warms up, holds, and falls as (τ/(t − W − H + τ))ʳ, never below b·m; without an end, or with a line to it.
  private static func root(
    _ horizon: Horizon, hold: Int, timescale: Double, power: Double, decaySteps: Int = 0, to minRatio: Double
  ) throws(Diagnostic) -> Law {
    let (top, tail) = (horizon.warmup + Double(hold), Double(decaySteps))
    var (ending, total) = (Double.infinity, Double.infinity)
    if decaySteps > 0 {
      guard let end = try horizon.total(after: top, leaving: tail) else { return horizon.unbound }
      (ending, total) = (end - tail, end)
    }
    @Sendable func factor(_ step: Double) -> Double {
      if step <= top { return 1 }
      let left = timescale / (step - top + timescale)
      return max(minRatio, power == 0.5 ? left.squareRoot() : Libm.pow(left, power))
    }
    let end = total.isFinite ? [(ending, Motion.moves, "cool-down"), (total, .moves, "end")] : []
    // Without an end of its own, it shows as much as tells the warm-up from the fall.
    return .counted(
      length: horizon.given ?? (decaySteps > 0 ? nil : 5 * max(top, timescale)),
      phases: horizon.phases([(top, .moves, "decay")] + end)
    ) { [ending, total] step, base in
      if let factor = horizon.rise(step) { return base * factor }
      if step >= total { return base * minRatio }
      if step > ending {
        let left = (total - step) / tail
        return base * (minRatio + (factor(ending) - minRatio) * left)
      }
      return base * factor(step)
    }
  }

  private static func tokenPower(
    _ horizon: Horizon, batch: Batch, amplitude: Double, exponent: Double, decaySteps: Double, decay: Decay,
    to minRatio: Double
  ) throws(Diagnostic) -> Law {
    try decay.check(end: minRatio, as: "min_ratio")
    var (ending, total) = (Double.infinity, Double.infinity)
    if decaySteps > 0 {
      guard let end = try horizon.total(leaving: decaySteps) else { return horizon.unbound }
      (ending, total) = (end - decaySteps, end)
    }
    @Sendable func power(_ step: Double, _ base: Double) -> Double {
      let length = Double(batch.tokensPerSample ?? 1)
      guard let constant = batch.constantSize.map(Double.init) else {
        let update = Int(exactly: step.rounded(.down)) ?? 0
        let (size, seen) = (Double(batch.size(at: update)), Double(batch.samples(before: update)))
        return min(base, size * amplitude * Libm.pow(seen * length, exponent))
      }
      return min(base, constant * amplitude * Libm.pow(step * constant * length, exponent))
    }
    let end = total.isFinite ? [(ending, Motion.moves, "decay"), (total, .moves, "end")] : []
    return .counted(length: horizon.given, phases: horizon.phases([(horizon.warmup, .moves, "power")] + end)) {
      [ending, total] step, base in
      if let factor = horizon.rise(step) { return power(horizon.warmup, base) * factor }
      if step >= total { return power(ending, base) * minRatio }
      if step > ending { return power(ending, base) * decay.factor((step - ending) / decaySteps, to: minRatio) }
      return power(step, base)
    }
  }

  private static func eden(_ batches: Double, _ epochs: Double, _ horizon: Horizon, in run: RunLength?) -> Law {
    @Sendable func factor(_ count: Double, _ scale: Double) -> Double {
      Libm.pow((count * count + scale * scale) / (scale * scale), -0.25)
    }
    let stepsPerEpoch = run.map { Double(max(1, $0.perEpoch)) }
    // Without an end of its own, it shows as much as tells its beginning from its fall.
    return .counted(
      length: max(3 * batches, 3 * horizon.warmup).rounded(.up),
      phases: horizon.phases((horizon.warmup, .moves, "decay"))
    ) { (step, base) throws(Diagnostic) in
      guard let stepsPerEpoch else {
        throw Diagnostic(
          .param, "how many steps make an epoch is not known", hint: "give the run's “epochs” and “steps_per_epoch”")
      }
      let epoch = (step / stepsPerEpoch).rounded(.down)
      return base * (factor(step, batches) * factor(epoch, epochs)) * (horizon.rise(step) ?? 1)
    }
  }
}

extension Batch {
  /// The batch of a kind that counts the tokens of sequences: its own, or the file's; `nil` until it can be known.
  fileprivate static func ofSequences(
    _ size: Int?, _ length: Int?, in context: RunContext
  ) throws(Diagnostic) -> Batch? {
    if let size {
      if context.batch != nil {
        throw Diagnostic(
          .value, "“sequences_per_step” is the batch, and the file has a “batch”", of: "sequences_per_step",
          hint: "leave one of them out")
      }
      return Batch(size: size, tokensPerSample: length ?? 4096)
    }
    guard let batch = context.batch else {
      if context.optimizer == nil { return nil }
      throw Diagnostic(
        .param, "“sequences_per_step” is not given, and the file has no “batch”",
        hint: "\"batch\": 1024 beside “scheduler”, for example")
    }
    return batch.counting(tokensPerSample: length ?? batch.tokensPerSample ?? 4096)
  }
}
