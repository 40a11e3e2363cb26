import Diagnostics
import Text

/// Shapes that warm up and then fall through the rest of their total, most of them from 1 to `min_ratio`.
extension NamedShapes {
  static let descents: [Kind] = [
    Kind(
      "cosine-warmup", .shapes,
      "Linear warm-up, then cosine decay to a fraction of the peak, which is held.",
      formula: descentFormula("(1 + cos πp)/2", hold: true),
      differs: "CosineAnnealingLR has no warm-up, and climbs back after T_max. Here \(counting)",
      source:
        "GPT-3: Brown et al. 2020, arXiv:2005.14165, appendix B; Chinchilla: Hoffmann et al. 2022, arXiv:2203.15556.",
      example: #"{"total_steps": 1000, "warmup_steps": 50}"#
    ) {
      declaration(Parameter.holdSteps, Parameter.minRatio(0.1)) { (horizon, hold, minRatio) throws(Diagnostic) in
        try descent(horizon, holding: { _ in horizon.warmup + Double(hold) }, to: minRatio) { Fall.cosine($0) }
      }
    },
    Kind(
      "flat-cosine", .shapes,
      "Constant for most of the run, then cosine decay.",
      formula: """
        lr(t) = b·(s + (1 − s)·t/W)                  t < W
        lr(t) = b                                    t < F = flat_fraction·T, rounded
        lr(t) = b·(f + m·(1 − f))                    t < T, with f = (1 + cos πp)/2 and p = (t − F)/(T − F)
        lr(t) = b·m                                  t ≥ T
        """ + letters,
      differs: "fastai.fit_flat_cos ends at a 100,000th of the peak, and never uses the end. Here \(counting)",
      source: "`fastai.callback.schedule.Learner.fit_flat_cos`, for Ranger and Mish.",
      example: #"{"total_steps": 1000}"#
    ) {
      declaration(
        Parameter("flat_fraction", default: 0.75, in: .from(0, below: 1), "The fraction of the total before the fall."),
        Parameter.minRatio(0)
      ) { (horizon, flat, minRatio) throws(Diagnostic) in
        try descent(horizon, holding: { max(horizon.warmup, (flat * $0).rounded()) }, to: minRatio) { Fall.cosine($0) }
      }
    },
    Kind(
      "linear-to-zero", .shapes,
      "Linear warm-up, then linear decay to zero (D2Z).",
      formula: descentFormula("1 − p"),
      differs:
        "LinearLR neither gets to zero by its ratio nor warms up by itself; transformers.linear is the same shape. "
        + "Here \(counting) With a min_ratio above 0 it is the lowered line.",
      source: "Bergsma et al. 2025, arXiv:2502.15938; as budgeted training Li et al. 2020, arXiv:1905.04753.",
      example: #"{"total_steps": 1000, "warmup_steps": 100}"#
    ) {
      declaration(Parameter.minRatio(0)) { (horizon, minRatio) throws(Diagnostic) in
        try descent(horizon, to: minRatio, Fall.linear)
      }
    },
    Kind(
      "poly", .shapes,
      "Polynomial decay, with power 0.9 as in segmentation.",
      formula: descentFormula("(1 − p)^power"),
      differs: "PolynomialLR has no warm-up, no end above 0, and power 1 unless given. Here \(counting)",
      source: "DeepLab: Chen et al. 2016, arXiv:1606.00915; ParseNet: Liu et al. 2015, arXiv:1506.04579.",
      example: #"{"total_steps": 1000, "power": 0.9}"#
    ) {
      declaration(
        Parameter.minRatio(0), Parameter("power", default: 0.9, in: .above(0), "The power; 1 is linear.")
      ) { (horizon, minRatio, power) throws(Diagnostic) in
        try descent(horizon, to: minRatio) { Libm.pow(1 - $0, power) }
      }
    },
    Kind(
      "one-minus-sqrt", .shapes,
      "Decays as one minus the square root of the progress.",
      formula: descentFormula("1 − √p"),
      differs: "Falls from the peak on; `wsd` has the same shape after a flat stretch. Here \(counting)",
      source: "Hägele et al. 2024, arXiv:2405.18392.",
      example: #"{"total_steps": 1000, "warmup_steps": 50}"#
    ) {
      declaration(Parameter.minRatio(0)) { (horizon, minRatio) throws(Diagnostic) in
        try descent(horizon, to: minRatio, Fall.oneMinusSquareRoot)
      }
    },
    Kind(
      "rex", .shapes,
      "Reflected exponential: stays high for long, then falls steeply.",
      formula: descentFormula("(1 − p)/(1 − p/2)"),
      differs: "Lies above the line where an exponential decay lies below it. Here \(counting)",
      source: "Chen et al. 2021, arXiv:2107.04197.",
      example: #"{"total_steps": 1000}"#
    ) {
      declaration(Parameter.minRatio(0)) { (horizon, minRatio) throws(Diagnostic) in
        try descent(horizon, to: minRatio) { (1 - $0) / (0.5 + 0.5 * (1 - $0)) }
      }
    },
    Kind(
      "tanh", .shapes,
      "Hyperbolic-tangent decay between two arguments.",
      formula: descentFormula("(1 − tanh(L + (U − L)·p))/2"),
      differs:
        "timm.tanh is the same from −7 to 3, with cycles. It begins a little below the peak and ends a little above "
        + "min_ratio, by as much as tanh is from ∓1. Otherwise \(counting)",
      source: "Hsueh, Li & Wu 2018, arXiv:1806.01593.",
      example: #"{"total_steps": 1000}"#
    ) {
      declaration(
        Parameter.minRatio(0),
        Parameter("lower", default: -6, in: .between(-1000, 1000), "The argument at the peak: L."),
        Parameter("upper", default: 3, in: .between(-1000, 1000), "The argument at the end: U.")
      ) { (horizon, minRatio, lower, upper) throws(Diagnostic) in
        try descent(horizon, to: minRatio) { 0.5 * (1 - Libm.tanh(lower + (upper - lower) * $0)) }
      }
    },
    Kind(
      "k-decay", .shapes,
      "Cosine decay that falls later the larger k is.",
      formula: descentFormula("(1 + cos πpᵏ)/2"),
      differs: "With k = 1 it is cosine-warmup to min_ratio 0. timm's k_decay is the same. Here \(counting)",
      source: "Zhang & Li 2020, arXiv:2004.05909.",
      example: #"{"total_steps": 1000, "k": 1.5}"#
    ) {
      declaration(
        Parameter.minRatio(0), Parameter<Double>("k", in: .above(0), "The power of the progress.")
      ) { (horizon, minRatio, k) throws(Diagnostic) in
        try descent(horizon, to: minRatio) { Fall.cosine(Libm.pow($0, k)) }
      }
    },
    Kind(
      "hyperbolic", .shapes,
      "Hyperbolic decay whose beginning does not depend on the length of the run.",
      formula: """
        lr(t) = b·(s + (1 − s)·t/W)                  t < W
        lr(t) = b·(1 + (1 − m)·(h(x) − h(0)))        x = t − W, N = T − W, h(x) = √((N − x)/U·(2 − (N + x)/U))
        """ + letters,
      differs: "Gets to min_ratio only if the total is upper_bound, for other lengths it ends above. Here \(counting)",
      source: "Kim 2024, arXiv:2407.15200; `HyperbolicLR` of github.com/Axect/HyperbolicLR.",
      example: #"{"total_steps": 250, "upper_bound": 300}"#
    ) {
      declaration(Parameter.minRatio(0), upperBound) { (horizon, minRatio, bound) throws(Diagnostic) in
        try hyperbola(horizon, below: bound) { 1 + (1 - minRatio) * $0 }
      }
    },
    Kind(
      "exp-hyperbolic", .shapes,
      "Hyperbolic decay of the logarithm of the rate.",
      formula: """
        lr(t) = b·(s + (1 − s)·t/W)                  t < W
        lr(t) = b·(1/m)^(h(x) − h(0))                x = t − W, N = T − W, h(x) = √((N − x)/U·(2 − (N + x)/U))
        """ + letters,
      differs: "Gets to min_ratio only if the total is upper_bound, for other lengths it ends above. Here \(counting)",
      source: "Kim 2024, arXiv:2407.15200; `ExpHyperbolicLR` of github.com/Axect/HyperbolicLR.",
      example: #"{"total_steps": 250, "upper_bound": 300, "min_ratio": 0.001}"#
    ) {
      declaration(
        Parameter<Double>(
          "min_ratio", in: .above(0, atMost: 1), "The rate at upper_bound, as a fraction of the base rate."),
        upperBound
      ) { (horizon, minRatio, bound) throws(Diagnostic) in
        try hyperbola(horizon, below: bound) { Libm.pow(1 / minRatio, $0) }
      }
    },
  ]

  /// How all of them count.
  static let counting =
    "total_steps includes the warm-up, the peak is at step warmup_steps, and the end is held."

  /// The formula of a shape by its fall.
  private static func descentFormula(_ fall: String, hold: Bool = false) -> String {
    let (top, span) = hold ? ("W + H", "T − W − H") : ("W", "T − W")
    return """
      lr(t) = b·(s + (1 − s)·t/W)       t < W
      lr(t) = b·(f + m·(1 − f))         t < T, with f = \(fall) and p = (t − \(hold ? "W − H" : "W"))/(\(span))
      lr(t) = b·m                       t ≥ T
      """ + (hold ? "\nlr(t) = b from W to \(top)" : "") + letters
  }

  /// A shape that warms up, holds the peak up to a step of the total, falls through the rest of it, and stays at its end.
  ///
  /// `fall` goes from 1 to 0 while its progress goes from 0 to 1.
  private static func descent(
    _ horizon: Horizon, holding top: ((Double) -> Double)? = nil, to minRatio: Double,
    _ fall: @escaping @Sendable (Double) -> Double
  ) throws(Diagnostic) -> Law {
    let top = horizon.total.flatMap { top?($0) } ?? horizon.warmup
    guard let total = try horizon.total(after: top) else { return horizon.unbound }
    return .counted(length: horizon.given, phases: horizon.phases((top, .moves, "decay"), (total, .moves, "end"))) {
      step, base in
      if let factor = horizon.rise(step) { return base * factor }
      let progress = max(0, min(1, (step - top) / (total - top)))
      return base * Fall.between(minRatio, fall(progress))
    }
  }

  private static let upperBound = Parameter<Double>(
    "upper_bound", in: .between(1, Parameter<Int>.mostSteps),
    "The longest run considered: U, at least the steps of the decay.")

  /// A hyperbolic shape, by the factor that it makes of how far h(x) = √((N − x)/U·(2 − (N + x)/U)) has come down from h(0).
  private static func hyperbola(
    _ horizon: Horizon, below bound: Double, factor: @escaping @Sendable (Double) -> Double
  ) throws(Diagnostic) -> Law {
    guard let total = try horizon.total() else { return horizon.unbound }
    let count = total - horizon.warmup
    guard bound >= count else {
      throw Diagnostic(
        .value, "“upper_bound” must be at least the \(Shown.number(count)) steps that fall, not \(Shown.number(bound))",
        of: "upper_bound")
    }
    @Sendable func height(_ x: Double) -> Double {
      ((count - x) / bound * (2 - (count + x) / bound)).squareRoot()
    }
    let first = height(0)
    return .counted(
      length: horizon.given, phases: horizon.phases((horizon.warmup, .moves, "decay"), (total, .moves, "end"))
    ) { step, base in
      if let factor = horizon.rise(step) { return base * factor }
      return base * factor(height(min(count, step - horizon.warmup)) - first)
    }
  }
}
