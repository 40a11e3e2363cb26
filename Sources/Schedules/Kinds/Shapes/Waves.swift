import Diagnostics
import Text

/// Shapes that rise and fall, or go back and forth.
extension NamedShapes {
  static let waves: [Kind] = [
    Kind(
      "slanted-triangular", .shapes,
      "Slanted triangle: short linear rise, long linear decay (ULMFiT).",
      formula: """
        lr(t) = b·(1 + p·(ratio − 1))/ratio       cut = T·cut_frac, floored
        p = t/cut                                 t < cut
        p = 1 − (t − cut)/(T − cut)               t < T, then 0
        """,
      differs:
        "Begins and ends at a ratio-th of the peak, which is the base rate. The last update of total_steps is one step "
        + "short of the end, and the end is held.",
      source: "ULMFiT: Howard & Ruder 2018, arXiv:1801.06146, eq. 3; AllenNLP's `slanted_triangular`.",
      example: #"{"total_steps": 1000}"#
    ) {
      Declaration(
        bound: Parameter.totalSteps,
        Parameter("cut_frac", default: 0.1, in: .from(0, below: 1), "The fraction of the total that rises."),
        Parameter("ratio", default: 32, in: .atLeast(1), "How many times lower the ends are than the peak.")
      ) { (context, steps, cutFraction, ratio) throws(Diagnostic) in
        let horizon = try Horizon(total: steps, in: context.run)
        guard let total = try horizon.total() else { return horizon.unbound }
        let cut = (total * cutFraction).rounded(.down)
        return .counted(
          length: horizon.given,
          phases: horizon.phases((0, .moves, "rise"), (cut, .moves, "fall"), (total, .moves, "end"))
        ) { step, base in
          let part: Double = step < cut ? step / cut : max(0, 1 - (step - cut) / (total - cut))
          return base * (1 + part * (ratio - 1)) / ratio
        }
      }
    },
    Kind(
      "sawtooth", .shapes,
      "Linear decay with restarts at the peak.",
      formula: """
        lr(t) = b·gⁱ·(1 − p + m·p)       i = t / C, floored, p = (t − i·C)/C
        """,
      differs:
        "keras.PolynomialDecay with cycle makes ever longer and lower teeth; CosineAnnealingWarmRestarts falls along "
        + "cosines. m itself is never seen: the next tooth takes its place. It has no end.",
      source: "Restarts after Loshchilov & Hutter 2017, arXiv:1608.03983, along the line of arXiv:1905.04753.",
      example: #"{"cycle_steps": 250, "gamma": 0.8}"#
    ) {
      Declaration(
        law: Parameter<Int>(
          "cycle_steps", role: .period, in: .between(1, Parameter<Int>.mostSteps), "Steps of a tooth: C."),
        Parameter("gamma", default: 1, in: .between(0, 1), "The height of each peak, as a fraction of the one before."),
        Parameter("min_ratio", default: 0, in: .between(0, 1), "Where a tooth ends, as a fraction of its peak.")
      ) { (steps, gamma, minRatio) in
        let phases = (0..<50).map { Phase(start: $0 * steps, motion: .moves, label: "cycle \($0 + 1)") }
        let cycle = Double(steps)
        // Without an end of its own, it shows four teeth.
        return .counted(length: 4 * cycle, phases: phases) { step, base in
          let index = (step / cycle).rounded(.down)
          let fall = Fall.linear((step - index * cycle) / cycle)
          return base * Libm.pow(gamma, index) * Fall.between(minRatio, fall)
        }
      }
    },
    Kind(
      "chebyshev", .shapes,
      "Chebyshev step sizes in fractal order.",
      formula: """
        lr(t) = (b/κ) / (c − r·cos(π·(σ(t) + ½)/T))       c = (1 + 1/κ)/2, r = (1 − 1/κ)/2
        σ₁ = (0);  σ₂ₙ = (σₙ(0), 2n − 1 − σₙ(0), σₙ(1), 2n − 1 − σₙ(1), …)
        """,
      differs:
        "The total must be a power of two, for the order doubles. The base rate is above all of them; they go down to "
        + "a κ-th of it. Behind the total it begins again.",
      source: "Agarwal, Goel & Zhang 2021, arXiv:2103.01338.",
      example: #"{"total_steps": 128, "condition": 10}"#
    ) {
      Declaration(
        bound: Parameter.totalSteps,
        Parameter("condition", default: 10, in: .atLeast(1), "Condition number: largest over smallest curvature, κ.")
      ) { (context, steps, condition) throws(Diagnostic) in
        try chebyshev(try Horizon(total: steps, in: context.run), condition)
      }
    },
    Kind(
      "range-test", .shapes,
      "Rises from a tiny rate to a large one: the learning-rate range test.",
      formula: """
        lr(t) = start·(end/start)^p          p = t/T, at most 1
        lr(t) = start + (end − start)·p      linear
        """,
      differs:
        "The rates are absolute; the base rate is ignored. As in fastai the last update of total_steps is one step "
        + "short of end_lr, which is then held; deepspeed.LRRangeTest grows without an end.",
      source: "Smith 2017, arXiv:1506.01186, section 3.3; exponential as fastai's `lr_find`.",
      example: #"{"total_steps": 100}"#
    ) {
      Declaration(
        bound: Parameter.totalSteps,
        Parameter("start_lr", role: .start, default: 1e-7, in: .above(0), "The first rate."),
        Parameter("end_lr", role: .peak, default: 10, in: .above(0), "The rate at the end."),
        Parameter("growth", default: Growth.exponential, "Whether the rate grows geometrically or linearly.")
      ) { (context, steps, start, end, growth) throws(Diagnostic) in
        let horizon = try Horizon(total: steps, in: context.run)
        guard let total = try horizon.total() else { return horizon.unbound }
        return .counted(length: horizon.given) { step, _ in
          let progress = min(1, step / total)
          return switch growth {
          case .exponential: start * Libm.pow(end / start, progress)
          case .linear: start + (end - start) * progress
          }
        }
      }
    },
  ]

  private enum Growth: String, Choice { case exponential, linear }

  private static func chebyshev(_ horizon: Horizon, _ condition: Double) throws(Diagnostic) -> Law {
    guard let total = try horizon.total() else {
      var unbound = horizon.unbound
      unbound.motion = .jumps
      return unbound
    }
    let count = Int(exactly: total) ?? 0
    guard count.nonzeroBitCount == 1 else {
      throw Diagnostic(
        .value, "the total must be a power of two, not \(count)", of: horizon.given == nil ? nil : "total_steps")
    }
    let (centre, radius) = ((1 + 1 / condition) / 2, (1 - 1 / condition) / 2)
    return .counted(length: horizon.given, .jumps) { step, base in
      let place = fractalPlace(of: Int(exactly: step.rounded(.down)) ?? 0, in: count)
      let angle = (Double(place) + 0.5) / total * .pi
      return base / condition / (centre - radius * Libm.cos(angle))
    }
  }

  /// Where a step stands among a power of two of rates: each bit of the step, from the highest, doubles the order once.
  private static func fractalPlace(of step: Int, in count: Int) -> Int {
    let step = step & (count - 1)
    var (place, length, bit) = (0, 1, count >> 1)
    while bit > 0 {
      length *= 2
      if step & (count / length) != 0 { place = length - 1 - place }
      bit >>= 1
    }
    return place
  }
}
