import JSON
import Schedules
import Text

/// Falls from a level to another along a line, a cosine, a power, and their like.
extension Guesses {
  mutating func addFalls(_ rise: Warmup) {
    let falls = shape.falls(behind: rise.steps)
    for fall in falls.prefix(48) {
      for base in shape.rates(near: fall.top) {
        let feet = feet(of: fall, base: base)
        guard let line = rise.line else {
          for foot in feet { addFall(fall, from: base, to: foot, rise: 0, start: 0) }
          if let only = rise.only, only.x == 0, fall.begin == 0 {
            // A fall underneath the rise does not tell where that ended: anywhere before the next reading.
            for steps in [5, 10, 20, 3, 2, 1, 50, 100] where Double(steps) <= shape.points[1].x {
              for foot in feet { addFall(fall, from: base, to: foot, rise: steps, start: only.y) }
            }
          }
          if let only = rise.only, fall.begin > 0 {
            // One reading of the rise tells where it began, if the fall tells where it ended.
            let part = only.x / Double(fall.begin)
            for start in shape.rates(near: (only.y - base * part) / (1 - part)) where start > 0 && start < base {
              for foot in feet { addFall(fall, from: base, to: foot, rise: fall.begin, start: start) }
            }
          }
          continue
        }
        // The rise leads to the base, which may be reached before any reading shows it.
        for steps in shape.counts(near: line.place(of: base)) {
          for foot in feet { addFall(fall, from: base, to: foot, rise: steps, start: rise.start) }
        }
      }
    }
  }

  /// The rates that a fall may lead to, as people give them: 0, a round rate, or a round part of the base.
  func feet(of fall: CurveShape.Fall, base: Double) -> [Double] {
    let doubt = max(shape.tolerance, 4 * fall.error, 1e-9 * shape.peak)
    var feet: [Double] = []
    func add(_ foot: Double?) {
      if let foot, foot >= 0, abs(foot - fall.foot) <= doubt, !feet.contains(foot) { feet.append(foot) }
    }
    add(0)
    // The lowest reading tells more of it than all others, where few digits are written.
    var found = fall.foot
    let part =
      1 - fall.descent.left(at: (shape.points[shape.floor].x - Double(fall.begin)) / Double(fall.end - fall.begin))
    var near = min(doubt, 0.2 * abs(found))
    if shape.tolerance > 1e-8 * shape.peak, part > 0.9 {
      let lowest = shape.points[shape.floor].y
      found = (lowest - base * (1 - part)) / part
      near = max(lowest * shape.tolerance / shape.peak / 2, 1e-12 * shape.peak)
    }
    if found > 0 {
      add(CurveShape.round(found, within: near))
      add(CurveShape.round(found / base, within: near / base).map { $0 * base })
      add(found)
    }
    // What transformers' polynomial leads to unless it is told otherwise.
    if fall.descent != .cosine { add(1e-7) }
    return feet
  }

  private mutating func addFall(_ fall: CurveShape.Fall, from base: Double, to foot: Double, rise: Int, start: Double) {
    let (begin, end) = (fall.begin, fall.end)
    let begins = begin == 0 && rise == 0
    let (warmUp, total) = (Value.integer(rise), Value.integer(end))
    let left = Value.integer(end - rise)
    let lowest = part(foot, of: base)
    let first = part(start, of: base)
    let linear = rise > 0 ? (start: first, steps: rise) : nil
    let isBehind = begin == rise
    switch fall.descent {
    case .cosine where begins:
      add("CosineAnnealingLR", [("T_max", total), ("eta_min", number(foot, unless: 0))], base: base)
    case .cosine where isBehind || rise == 0:
      let seen = Value.integer(begin)
      if foot == 0, start == 0 {
        add("transformers.cosine", [("num_warmup_steps", seen), ("num_training_steps", total)], base: base)
      } else if start == 0 {
        let steps: [NamedValue] = [("num_warmup_steps", seen), ("num_training_steps", total)]
        add("transformers.cosine_with_min_lr", steps + [("min_lr", .number(foot))], base: base)
        add("transformers.cosine_with_min_lr", steps + [("min_lr_rate", .number(lowest))], base: base)
      }
      if let linear, first > 0 {
        add("CosineAnnealingLR", [("T_max", left), ("eta_min", number(foot, unless: 0))], base: base, warmUp: linear)
      }
    case .cosine where begin == 0:
      addTimm("timm.CosineLRScheduler", fall, base, foot, rise, start)
    case .cosine where begin == rise - 1:
      add(
        "LinearWarmupCosineAnnealingLR",
        [
          ("warmup_epochs", warmUp), ("max_epochs", total), ("warmup_start_lr", number(start, unless: 0)),
          ("eta_min", number(foot, unless: 0)),
        ], base: base)
    case .line where begins && foot == 0:
      add("transformers.linear", [("num_warmup_steps", 0), ("num_training_steps", total)], base: base)
      add("LinearLR", [("start_factor", 1), ("end_factor", 0), ("total_iters", total)], base: base)
    case .line where begins:
      add("LinearLR", [("start_factor", 1), ("end_factor", .number(lowest)), ("total_iters", total)], base: base)
      addPolynomial(fall, base, foot, warmUp: 0, power: 1)
    case .line where isBehind || rise == 0 && start == 0:
      if foot == 0, start == 0 {
        add("transformers.linear", [("num_warmup_steps", .integer(begin)), ("num_training_steps", total)], base: base)
      }
      if start == 0 { addPolynomial(fall, base, foot, warmUp: begin, power: 1) }
      if let linear, first > 0 {
        add(
          "LinearLR", [("start_factor", 1), ("end_factor", .number(lowest)), ("total_iters", left)], base: base,
          warmUp: linear)
      }
    case .tanh where begin == 0:
      addTimm("timm.TanhLRScheduler", fall, base, foot, rise, start)
    case .power(let power) where begins && foot == 0:
      add("PolynomialLR", [("total_iters", total), ("power", .number(power))], base: base)
    case .power(let power) where isBehind || begins:
      if start == 0 { addPolynomial(fall, base, foot, warmUp: rise, power: power) }
      if let linear, first > 0, foot == 0 {
        add("PolynomialLR", [("total_iters", left), ("power", .number(power))], base: base, warmUp: linear)
      }
    case .power(let power) where begin == 0:
      addTimm("timm.PolyLRScheduler", fall, base, foot, rise, start, [("power", number(power, unless: 0.5))])
    default: break
    }
    if shape.tail > shape.floor, fall.descent == .cosine { addHeldFoot(fall, base, foot, rise, start) }
    if begin > rise || fall.descent == .root || fall.descent == .halving {
      addStable(fall, from: base, to: foot, rise: rise, start: start)
    }
  }

  /// torch's and transformers' cosines rise again after their end; others hold it.
  private mutating func addHeldFoot(
    _ fall: CurveShape.Fall, _ base: Double, _ foot: Double, _ rise: Int, _ start: Double
  ) {
    if fall.begin == 0, rise == 0 {
      add(
        "keras.CosineDecay",
        [
          ("initial_learning_rate", .number(base)), ("decay_steps", .integer(fall.end)),
          ("alpha", number(part(foot, of: base), unless: 0)),
        ], base: base)
    } else if start == 0, fall.begin == rise || rise == 0 {
      add(
        "megatron.OptimizerParamScheduler",
        [
          ("max_lr", .number(base)), ("min_lr", .number(foot)), ("lr_warmup_steps", .integer(fall.begin)),
          ("lr_decay_steps", .integer(fall.end)), ("lr_decay_style", "cosine"),
        ], base: base)
    } else if fall.begin == rise {
      add(
        "optax.warmup_cosine_decay_schedule",
        [
          ("init_value", .number(start)), ("peak_value", .number(base)), ("warmup_steps", .integer(rise)),
          ("decay_steps", .integer(fall.end)), ("end_value", number(foot, unless: 0)),
        ], base: base)
    }
  }

  private mutating func addPolynomial(
    _ fall: CurveShape.Fall, _ base: Double, _ foot: Double, warmUp: Int, power: Double
  ) {
    add(
      "transformers.polynomial",
      [
        ("num_warmup_steps", .integer(warmUp)), ("num_training_steps", .integer(fall.end)),
        ("lr_end", number(foot, unless: 1e-7)), ("power", number(power, unless: 1)),
      ], base: base)
  }

  /// timm's cosines and powers go on underneath the warm-up.
  private mutating func addTimm(
    _ name: String, _ fall: CurveShape.Fall, _ base: Double, _ foot: Double, _ rise: Int, _ start: Double,
    _ more: [NamedValue] = []
  ) {
    add(
      name,
      [
        ("t_initial", .integer(fall.end)), ("lr_min", number(foot, unless: 0)),
      ] + more + [("warmup_t", .integer(rise)), ("warmup_lr_init", number(start, unless: 0))], base: base)
  }

  /// Warm-up, stable, decay.
  private mutating func addStable(
    _ fall: CurveShape.Fall, from base: Double, to foot: Double, rise: Int, start: Double
  ) {
    let (decay, lowest, first) = (fall.end - fall.begin, part(foot, of: base), part(start, of: base))
    let word: (transformers: String?, own: String?) =
      switch fall.descent {
      case .line: ("linear", "linear")
      case .cosine: ("cosine", "cosine")
      case .root: ("1-sqrt", "1-sqrt")
      case .halving, .tanh, .power: (nil, nil)
      }
    if let type = word.transformers, start == foot || rise == 0 {
      add(
        "transformers.warmup_stable_decay",
        [
          ("num_warmup_steps", .integer(rise)), ("num_training_steps", .integer(fall.end)),
          ("num_decay_steps", .integer(decay)), ("decay_type", type == "cosine" ? nil : Value(.string(type))),
          ("min_lr_ratio", number(lowest, unless: 0)),
        ], base: base)
    }
    if let type = word.own {
      add(
        "wsd",
        [
          ("total_steps", .integer(fall.end)), ("warmup_steps", .integer(rise)),
          ("start_ratio", number(first, unless: 0)),
          ("decay_steps", .integer(decay)), ("decay", Value(.string(type))), ("min_ratio", .number(lowest)),
        ], base: base)
    }
    if fall.descent == .halving {
      add(
        "megatron.OptimizerParamScheduler",
        [
          ("max_lr", .number(base)), ("init_lr", number(start, unless: 0)), ("min_lr", .number(foot)),
          ("lr_warmup_steps", .integer(rise)), ("lr_decay_steps", .integer(fall.end)), ("lr_decay_style", "WSD"),
          ("wsd_decay_steps", .integer(decay)), ("lr_wsd_decay_style", "exponential"),
        ], base: base)
    }
  }
}
