import Diagnostics
import Text

extension Family {
  static let mmcv = Family(name: "mmcv", title: "MMCV 1.x", interval: .step) { MMCV.kinds }
}

/// The policies of `lr_config` in OpenMMLab's older configurations: `mmcv.runner.hooks.lr_updater`, 1.7.
///
/// A step is an iteration. The regular rate goes by epochs, or by iterations where `by_epoch` is false; a warm-up, always
/// by iterations, multiplies the regular rate, which goes on underneath.
enum MMCV {
  static let kinds: [Kind] = [
    kind(
      "fixed", "Fixed", "Constant rate after a warm-up.", formula: "lr = b·w",
      differs: "As no scheduler but for the warm-up."
    ) {
      declaration { _ in { _, base in base } }
    },
    kind(
      "step", "Step", "Multiplies the rate by gamma at each of given epochs, or every so many.",
      formula: "lr = max(b·gammaⁿ, min_lr)·w, n how many of step are ≤ e, or ⌊e/step⌋",
      differs:
        "Milestones may drop within the warm-up, which multiplies what they leave. mmengine.MultiStepLR is a chain.",
      example: #"{"step": [8, 11], "warmup": "linear", "warmup_iters": 5, "warmup_ratio": 0.001}"#
    ) {
      declaration(
        // No role: what it counts, epochs or updates, depends on by_epoch.
        Parameter<Either<Int, [Int]>>(
          "step", in: .between(1, 1e12),
          "Epochs at which the rate drops, or from one drop to the next."),
        Parameter("gamma", role: .factor, default: 0.1, "The factor of each drop."),
        Parameter<Double?>("min_lr", role: .floor, default: nil, "The lowest rate.")
      ) { (_, steps, gamma, minLR) in
        { (progress, base) throws(Diagnostic) in
          let drops =
            switch steps {
            case .first(let size): (progress / Double(size)).rounded(.down)
            case .second(let list): Double(list.firstIndex { progress < Double($0) } ?? list.count)
            }
          let rate = base * (try Python.power(gamma, drops))
          return minLR.map { max(rate, $0) } ?? rate
        }
      }
    },
    kind(
      "exp", "Exp", "Multiplies the rate by gamma every epoch.", formula: "lr = b·gammaᵉ·w",
      differs: "As torch's ExponentialLR, by the power and not step by step.", example: #"{"gamma": 0.95}"#
    ) {
      declaration(Parameter<Double>("gamma", role: .factor, "The factor of each epoch.")) { (_, gamma) in
        { (progress, base) throws(Diagnostic) in base * (try Python.power(gamma, progress)) }
      }
    },
    kind(
      "poly", "Poly", "Polynomial decay to min_lr.",
      formula: "lr = ((b − min_lr)·(1 − e/epochs)^power + min_lr)·w",
      differs: "The last epoch is one short of min_lr; mmengine.PolyLR gets there.",
      example: #"{"power": 0.9, "min_lr": 0.0001, "by_epoch": false}"#
    ) {
      declaration(
        Parameter("power", default: 1.0, "The power; 1 is linear."),
        Parameter("min_lr", role: .floor, default: 0.0, "The rate at the end.")
      ) { (length, power, minLR) in
        { (progress, base) throws(Diagnostic) in
          (base - minLR) * (try Python.power(1 - progress / length, power)) + minLR
        }
      }
    },
    kind(
      "inv", "Inv", "Decay with a power of the inverse of time.", formula: "lr = b·(1 + gamma·e)^−power·w",
      differs: "Caffe's inv by epochs. It has no end.", example: #"{"gamma": 0.1}"#
    ) {
      declaration(
        Parameter<Double>("gamma", "How fast it falls."), Parameter("power", default: 1.0, "The power of the fall.")
      ) { (_, gamma, power) in
        { (progress, base) throws(Diagnostic) in base * (try Python.power(1 + gamma * progress, -power)) }
      }
    },
    kind(
      "CosineAnnealing", "CosineAnnealing", "Cosine decay to a lowest rate.",
      formula: "lr = (m + (b − m)·(1 + cos πe/epochs)/2)·w, m = min_lr or b·min_lr_ratio",
      differs:
        "The last epoch is one short of the end; mmengine.CosineAnnealingLR changes the current rate, this one the base's.",
      example: #"{"min_lr": 0, "warmup": "linear", "warmup_iters": 5}"#
    ) {
      declaration(lowest, ratio) { (length, lowest, ratio) in
        { progress, base in
          cosine(base, floor(of: base, lowest, ratio), progress / length)
        }
      }.requiring(.oneOf("min_lr", "min_lr_ratio"))
    },
    kind(
      "FlatCosineAnnealing", "FlatCosineAnnealing",
      "Constant rate, then cosine decay to a lowest rate.",
      formula: "lr = b·w, and from start_percent of the epochs, rounded, on as CosineAnnealing over the rest",
      differs: "flat-cosine has a floor that is a fraction of the base rate.", example: #"{"min_lr": 0}"#
    ) {
      declaration(
        Parameter("start_percent", default: 0.75, in: .between(0, 1), "The fraction of the training that is flat."),
        lowest, ratio
      ) { (length, start, lowest, ratio) in
        let first = (length * start).rounded(.toNearestOrEven)
        return { progress, base in
          progress < first ? base : cosine(base, floor(of: base, lowest, ratio), (progress - first) / (length - first))
        }
      }.requiring(.oneOf("min_lr", "min_lr_ratio"))
    },
    kind(
      "CosineRestart", "CosineRestart",
      "Cosine decay with restarts, in periods of given lengths and heights.",
      formula: "lr = (m + weight·(b − m)·(1 + cos πp)/2)·w, p the elapsed fraction of the period",
      differs: "A weight scales the fall and not the peak. Behind the last period MMCV fails.",
      example: #"{"periods": [40, 60], "restart_weights": [1, 0.5], "min_lr_ratio": 0.01}"#
    ) {
      restart
    },
    kind(
      "LinearAnnealing", "LinearAnnealing", "Linear decay to a lowest rate.",
      formula: "lr = (b + (m − b)·e/epochs)·w, m = min_lr or b·min_lr_ratio",
      differs: "The last epoch is one short of the end.", example: #"{"min_lr": 0}"#
    ) {
      declaration(lowest, ratio) { (length, lowest, ratio) in
        { progress, base in base + (floor(of: base, lowest, ratio) - base) * (progress / length) }
      }.requiring(.oneOf("min_lr", "min_lr_ratio"))
    },
    cyclic,
    oneCycle,
  ]

  /// The regular rate by the epochs or iterations that are over.
  typealias Regular = @Sendable (_ progress: Double, _ base: Double) throws(Diagnostic) -> Double

  static func kind(
    _ name: String, _ hook: String, _ summary: String, formula: String, differs: String, example: String = "{}",
    declare: @escaping @Sendable () -> Declaration
  ) -> Kind {
    Kind(
      name, .mmcv, summary,
      formula: formula
        + "\nw = warmup_ratio, 1 − (1 − i/W)·(1 − warmup_ratio) or warmup_ratio^(1 − i/W) in iteration i < W",
      differs: differs, source: "lr_config of mmcv 1.7: \(hook)LrUpdaterHook", example: example, declare: declare)
  }

  private static let lowest = Parameter<Double?>(
    "min_lr", role: .floor, default: nil, "The rate at the end; this or min_lr_ratio.")
  private static let ratio = Parameter<Double?>(
    "min_lr_ratio", default: nil, "The rate at the end as a fraction of the base rate.")

  fileprivate static func floor(of base: Double, _ lowest: Double?, _ ratio: Double?) -> Double {
    ratio.map { base * $0 } ?? lowest ?? 0
  }

  /// Half a cosine, in MMCV's order of operations.
  static func cosine(_ start: Double, _ end: Double, _ part: Double, weight: Double = 1) -> Double {
    end + 0.5 * weight * (start - end) * (Libm.cos(.pi * part) + 1)
  }

  /// The warm-up of every policy, and what it counts by.
  struct Warmup: Sendable {
    enum Curve: String, Choice { case constant, linear, exp }

    let byEpoch: Bool
    let curve: Curve?
    let iterations: Double
    let ratio: Double
    let isInEpochs: Bool

    /// - Parameter goesByEpoch: What `by_epoch` is unless it is given; a policy that goes by iterations takes no other.
    static func parameters(byEpoch goesByEpoch: Bool = true) -> Parameters<Warmup> {
      Parameters(
        Parameter("by_epoch", default: goesByEpoch, "Whether the regular rate changes by epochs, or by iterations."),
        Parameter<Curve?>("warmup", default: nil, "How the warm-up rises; null: there is none."),
        Parameter("warmup_iters", role: .warmup, default: 0.0, in: .between(0, 1e12), "Iterations of the warm-up."),
        Parameter(
          "warmup_ratio", role: .start, default: 0.1, in: .above(0, atMost: 1),
          "The initial rate, as a fraction of the regular rate."),
        Parameter("warmup_by_epoch", default: false, "Whether warmup_iters are epochs.")
      ) { (byEpoch, curve, iterations, ratio, isInEpochs) throws(Diagnostic) in
        if curve != nil, iterations == 0 {
          throw Diagnostic(.value, "a “warmup” needs “warmup_iters” above 0", of: "warmup")
        }
        if byEpoch, !goesByEpoch {
          throw Diagnostic(.value, "the policy goes by iterations: “by_epoch” can only be false", of: "by_epoch")
        }
        return Warmup(byEpoch: byEpoch, curve: curve, iterations: iterations, ratio: ratio, isInEpochs: isInEpochs)
      }
    }

    /// The policy in a run, by the regular rate that is made of the run's length in epochs or iterations.
    func law(
      in context: RunContext, _ regular: (_ length: Double) throws(Diagnostic) -> Regular
    ) throws(Diagnostic) -> Law {
      guard let run = context.run else {
        return Law { (_, _) throws(Diagnostic) in
          throw Diagnostic(
            .value, "it depends on the epochs of a run, and no run gives how many and how long they are",
            hint: "give “epochs”")
        }
      }
      let epoch = max(1, run.perEpoch)
      let regular = try regular(Double(byEpoch ? run.epochs : run.count))
      let (curve, ratio, byEpoch) = (curve, ratio, byEpoch)
      let end = curve == nil ? 0 : isInEpochs ? iterations * Double(epoch) : iterations
      let phases = Phase.named(
        (end > 0 ? [(0, .moves, "warm-up")] : []) + [(end, byEpoch && epoch > 1 ? .jumps : .moves, "regular")])
      return Law(byEpoch && epoch > 1 ? .jumps : .moves, phases: phases) { (step, base) throws(Diagnostic) in
        let rate = try regular(Double(byEpoch ? step / epoch : step), base)
        let iteration = Double(step)
        guard iteration < end, let curve else { return rate }
        switch curve {
        case .constant: return rate * ratio
        case .linear: return rate * (1 - (1 - iteration / end) * (1 - ratio))
        case .exp: return rate * Libm.pow(ratio, 1 - iteration / end)
        }
      }
    }
  }

  @_semantics("optimize.sil.specialize.generic.never")
  fileprivate static func declaration<each Value: ParameterValue>(
    _ parameter: repeat Parameter<each Value>,
    regular: @escaping @Sendable (_ length: Double, repeat each Value) throws(Diagnostic) -> Regular
  ) -> Declaration {
    let warmup = Warmup.parameters()
    return Declaration(repeat each parameter, and: warmup) { (warmup, value: repeat each Value) throws(Diagnostic) in
      try LawScheduler { (context) throws(Diagnostic) in
        try warmup.law(in: context) { (length) throws(Diagnostic) in try regular(length, repeat each value) }
      }
    }
  }

  fileprivate static var restart: Declaration {
    declaration(
      Parameter<[Double]>("periods", role: .period, in: .above(0, atMost: 1e12), "Epochs of each period."),
      Parameter("restart_weights", default: [1.0], "The height of each period's decay, as a fraction of the whole."),
      lowest, ratio
    ) { (_, periods, weights, lowest, ratio) throws(Diagnostic) in
      guard periods.count == weights.count else {
        throw Diagnostic(
          .value,
          "“periods” and “restart_weights” must have the same length, not \(periods.count) and \(weights.count)",
          of: "periods")
      }
      var sum = 0.0
      let ends = periods.map { period in
        sum += period
        return sum
      }
      return { (progress, base) throws(Diagnostic) in
        guard let index = ends.firstIndex(where: { progress < $0 }) else {
          throw Diagnostic(
            .run,
            "\(Shown.number(progress)) is after the last of the periods, which end at \(Shown.number(ends.last ?? 0))",
            hint: "shorten the run, or add a period")
        }
        let start = index == 0 ? 0 : ends[index - 1]
        let part = min((progress - start) / periods[index], 1)
        return cosine(base, floor(of: base, lowest, ratio), part, weight: weights[index])
      }
    }.requiring(.oneOf("min_lr", "min_lr_ratio"))
  }
}
