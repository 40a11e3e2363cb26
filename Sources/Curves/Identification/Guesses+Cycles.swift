import JSON
import Schedules
import Text

/// Rates that go up and down: restarts, triangles, and one cycle.
extension Guesses {
  // MARK: Restarts

  /// Cosines that begin anew.
  mutating func addCycles() {
    let points = shape.points
    guard shape.tail + 1 < points.count else { return }
    let leaps = points.indices.dropFirst(shape.plateau + 1).filter {
      points[$0].y > points[$0 - 1].y + max(shape.tolerance, 0.02 * shape.peak)
    }
    addTriangles()
    guard let first = leaps.first else { return }
    // A leap is between two readings, which the next one need not follow at once.
    let starts = [shape.plateau] + leaps
    let waves = starts.prefix(2).enumerated().map { place, start in
      let end = place + 1 < starts.count ? starts[place + 1] : points.count
      return CurveFit.cosine(shape.sample((place == 0 ? start : min(start + 1, end - 1))..<end))
    }
    guard let wave = waves[0], wave.error <= max(4 * shape.tolerance, 1e-7 * shape.peak) else { return }
    var lengths = shape.counts(near: wave.length)
    if points[first].x - points[first - 1].x == 1, wave.crest < 0.5, let leap = Int(exactly: points[first].x),
      !lengths.contains(leap)
    {
      lengths.append(leap)
    }
    let growth = waves.count > 1 ? (waves[1].map { max(1, ($0.length / wave.length).rounded()) } ?? 1) : 1
    let shrink =
      waves.count > 1 ? (waves[1].map { ($0.top - min(0, wave.foot)) / (wave.top - min(0, wave.foot)) } ?? 1) : 1
    for base in shape.rates(near: wave.top) {
      let doubt = max(shape.tolerance, 1e-9 * shape.peak)
      let feet =
        (abs(wave.foot) <= doubt ? [0] : [])
        + (wave.foot > doubt ? shape.rates(near: wave.foot, within: min(doubt, 0.2 * wave.foot)) : [])
      for foot in feet {
        for length in lengths {
          if abs(wave.crest) < 0.5 + 0.01 * wave.length {
            if let times = Int(exactly: growth), abs(shrink - 1) < 0.01 {
              add(
                "CosineAnnealingWarmRestarts",
                [
                  ("T_0", .integer(length)), ("T_mult", times == 1 ? nil : .integer(times)),
                  ("eta_min", number(foot, unless: 0)),
                ], base: base)
            }
            add(
              "keras.CosineDecayRestarts",
              [
                ("initial_learning_rate", .number(base)), ("first_decay_steps", .integer(length)),
                ("t_mul", number(growth, unless: 2)),
                ("m_mul", CurveShape.round(shrink, within: 1e-3).flatMap { number($0, unless: 1) }),
                ("alpha", number(part(foot, of: base), unless: 0)),
              ], base: base)
          }
        }
        if foot == 0, growth == 1 {
          for warmUp in shape.counts(near: wave.crest, atLeast: 0) {
            let whole = wave.crest + Double(leaps.count + 1) * wave.length
            for total in shape.counts(near: whole, doubt: max(1, 0.01 * whole)) + shape.lengths {
              add(
                "transformers.cosine_with_restarts",
                [
                  ("num_warmup_steps", .integer(warmUp)), ("num_training_steps", .integer(total)),
                  ("num_cycles", .integer(leaps.count + 1)),
                ], base: base)
            }
          }
        }
      }
    }
  }

  // MARK: Triangles

  private mutating func addTriangles() {
    guard shape.head > 1, shape.tail > shape.plateau + 1 else { return }
    let rise = shape.sample(0..<shape.head)
    let low = shape.points[0].y
    let exponential = CurveFit.line(
      rise.filter { $0.x > 0 && $0.y > low }.map { ($0.x, Libm.log(($0.y - low) / $0.x)) })
    guard let up = shape.rise else {
      // The height shrinks by a factor every step.
      guard shape.points[0].x == 0, let exponential, exponential.error < 1e-3 else { return }
      let gamma = Libm.exp(exponential.slope)
      for size in shape.counts(near: shape.points[shape.head].x, doubt: 2) {
        for high in shape.rates(near: low + Double(size) * Libm.exp(exponential.start)) {
          for factor in [CurveShape.round(gamma, within: 1e-9), gamma].compactMap({ $0 }) {
            add(
              "CyclicLR",
              [
                ("base_lr", .number(low)), ("max_lr", .number(high)), ("step_size_up", .integer(size)),
                ("mode", "exp_range"),
                ("gamma", .number(factor)),
              ], base: high)
          }
        }
      }
      return
    }
    guard let down = CurveFit.line(shape.sample(shape.plateau + 1..<shape.tail)), down.slope < 0 else { return }
    let peak = (down.start - up.start) / (up.slope - down.slope)
    let start = shape.start(of: up)
    let foot = down.place(of: start)
    for high in shape.rates(near: up.start + up.slope * peak) {
      for rising in shape.counts(near: peak) {
        for falling in shape.counts(near: foot - peak) {
          for mode in ["triangular", "triangular2"] {
            add(
              "CyclicLR",
              [
                ("base_lr", .number(start)), ("max_lr", .number(high)), ("step_size_up", .integer(rising)),
                ("step_size_down", falling == rising ? nil : .integer(falling)),
                ("mode", mode == "triangular" ? nil : Value(.string(mode))),
              ], base: high)
          }
        }
      }
    }
  }

  // MARK: One cycle

  /// A rise along half a cosine or a line, and a fall of the same form or two.
  mutating func addOneCycles() {
    let points = shape.points
    guard shape.isOneFall, shape.head > 0, shape.plateau + 3 < points.count else { return }
    let allowed = max(4 * shape.tolerance, 1e-7 * shape.peak)
    if let rise = CurveFit.cosine(shape.sample(0..<shape.head), rises: true), rise.error <= allowed, rise.foot > 0,
      abs(rise.crest - rise.length) < 0.5
    {
      let first = points[0].x == 0 ? points[0].y : rise.foot
      // A third phase leads from the first rate to the last one.
      let back = points.lastIndex { $0.x <= 2 * rise.crest } ?? points.count - 1
      for end in [points.count - 1, back] where end > shape.plateau + 3 {
        guard let fall = CurveFit.cosine(shape.sample(shape.plateau + 1..<end)), fall.error <= allowed else { continue }
        addCycle(
          peak: rise.crest, top: fall.top, first: first, foot: fall.foot, end: fall.crest + fall.length, isLinear: false
        )
      }
    }
    // A short rise is told by its first rate, and by where the fall begins.
    if shape.head <= 4, points[0].x == 0, points[0].y > 0,
      let fall = CurveFit.cosine(shape.sample(shape.plateau + 1..<points.count)), fall.error <= allowed
    {
      addCycle(
        peak: fall.crest, top: fall.top, first: points[0].y, foot: fall.foot, end: fall.crest + fall.length,
        isLinear: false)
    }
    if let rise = shape.rise,
      let fall = CurveFit.line(
        shape.sample(
          shape.plateau + 1..<min(shape.plateau + 1 + max(3, (points.count - shape.plateau) / 3), points.count))),
      fall.slope < 0, fall.error <= allowed
    {
      let first = shape.start(of: rise)
      guard first > 0 else { return }
      let peak = (fall.start - rise.start) / (rise.slope - fall.slope)
      let last = shape.lengths.last.map { fall.start + fall.slope * Double($0 - 1) } ?? 0
      addCycle(
        peak: peak, top: rise.start + rise.slope * peak, first: first, foot: max(0, last), end: fall.place(of: 0),
        isLinear: true)
    }
  }

  private mutating func addCycle(
    peak: Double, top: Double, first: Double, foot: Double, end: Double, isLinear: Bool
  ) {
    let strategy: Value? = isLinear ? "linear" : nil
    let totals = shape.lengths + shape.counts(near: end + 1).filter { !shape.lengths.contains($0) }
    for high in shape.rates(near: top) {
      let divisor =
        CurveShape.round(high / first, within: max(1e-9, shape.tolerance / first) * high / first) ?? high / first
      var lasts: [Double?] = [nil]
      if foot > 0,
        let last = CurveShape.round(first / foot, within: max(1e-6, 2 * shape.tolerance / foot) * first / foot)
      {
        lasts.append(last)
      }
      for total in totals where Double(total) > peak {
        let found = (peak + 1) / Double(total)
        guard
          let part = CurveShape.round(
            found, within: max(1e-7, 2 * (shape.tolerance / shape.peak).squareRoot() * found)), part < 1
        else { continue }
        for last in lasts where last != 1e4 {
          for isThreePhase in part < 0.5 ? [false, true] : [false] {
            add(
              "OneCycleLR",
              [
                ("max_lr", .number(high)), ("total_steps", .integer(total)), ("pct_start", number(part, unless: 0.3)),
                ("anneal_strategy", strategy), ("div_factor", number(divisor, unless: 25)),
                ("final_div_factor", last.flatMap { Value.number($0) }),
                ("three_phase", isThreePhase ? Value(.bool(true)) : nil),
              ], base: high)
          }
          guard !isLinear, let whole = Int(exactly: end.rounded()),
            let part = CurveShape.round(peak / Double(whole), within: 1e-6)
          else { continue }
          add(
            "optax.cosine_onecycle_schedule",
            [
              ("transition_steps", .integer(whole)), ("peak_value", .number(high)),
              ("pct_start", number(part, unless: 0.3)),
              ("div_factor", number(divisor, unless: 25)), ("final_div_factor", last.flatMap { Value.number($0) }),
            ], base: high)
        }
      }
    }
  }
}
