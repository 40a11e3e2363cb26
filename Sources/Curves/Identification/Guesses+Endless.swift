import JSON
import Schedules
import Text

/// Falls that have no end: exponentials, the inverse of time, and the inverse of its root.
extension Guesses {
  mutating func addEndless(_ rise: Warmup) {
    let points = shape.sample(shape.plateau..<shape.floor + 1).filter { $0.y > 0 }
    guard points.count > 3 else { return }
    let behind = Array(points.dropFirst())
    addExponential(behind, rise)
    addInverseRoot(behind, rise)
    if rise.line == nil { addInverse(behind) }
  }

  /// What part of a value the readings leave open.
  private var doubt: Double { max(shape.tolerance / shape.peak, 1e-9) }

  /// The line that a function of the rates follows, where it is one.
  private func line(_ points: [CurveFit.Point], _ function: (Double) -> Double) -> CurveFit.Line? {
    let mapped = points.map { (x: $0.x, y: function($0.y)) }
    guard let line = CurveFit.line(mapped), let largest = mapped.map({ abs($0.y) }).max() else { return nil }
    // A relative error of a rate is as large in its inverse, and twice that in the square.
    return line.error <= 4 * doubt * max(largest, 1) ? line : nil
  }

  // MARK: Exponentials

  private mutating func addExponential(_ points: [CurveFit.Point], _ rise: Warmup) {
    guard let line = line(points, Libm.log), line.slope < 0, let last = points.last?.x else { return }
    let span = max(1, last - points[0].x)
    let doubt = max(2 * doubt / span, 1e-13)
    let found = Libm.exp(line.slope)
    let factors = [CurveShape.round(found, within: doubt), found].compactMap { $0 }
    guard let riseLine = rise.line else {
      for base in shape.rates(near: Libm.exp(line.start)) {
        for factor in factors { add("ExponentialLR", [("gamma", .number(factor))], base: base) }
        for (steps, rate) in roundPowers(line.slope, doubt) {
          add(
            "keras.ExponentialDecay",
            [
              ("initial_learning_rate", .number(base)), ("decay_steps", .integer(steps)), ("decay_rate", .number(rate)),
            ], base: base)
        }
      }
      return
    }
    let top = shape.plateau > shape.head ? shape.points[shape.plateau].y : nil
    let crossing = (Libm.log(top ?? shape.peak) - line.start) / line.slope
    // The rise and the fall meet where both have one value.
    let meeting = top == nil ? meeting(riseLine, line) ?? crossing : crossing
    for base in shape.rates(near: top ?? riseLine.start + riseLine.slope * meeting) {
      for steps in shape.counts(near: riseLine.place(of: base)) {
        let first = part(rise.start, of: base)
        if top == nil, first > 0 {
          for factor in factors {
            add("ExponentialLR", [("gamma", .number(factor))], base: base, warmUp: (first, steps))
          }
        }
        if top == nil {
          for (size, rate) in roundPowers(line.slope, doubt) {
            add(
              "optax.warmup_exponential_decay_schedule",
              [
                ("init_value", .number(rise.start)), ("peak_value", .number(base)), ("warmup_steps", .integer(steps)),
                ("transition_steps", .integer(size)), ("decay_rate", .number(rate)),
              ], base: base)
          }
        }
        addTriStage(line, crossing, base, steps, first)
      }
    }
  }

  private func meeting(_ rise: CurveFit.Line, _ fall: CurveFit.Line) -> Double? {
    let (first, last) = (
      shape.points[max(0, shape.head - 1)].x, shape.points[min(shape.points.count - 1, shape.plateau + 1)].x
    )
    func gap(_ x: Double) -> Double { rise.start + rise.slope * x - Libm.exp(fall.start + fall.slope * x) }
    var (low, high) = (first, last)
    guard gap(low) <= 0, gap(high) >= 0 else { return nil }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if gap(middle) < 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// Round steps in which an exponential falls by a round factor.
  private func roundPowers(_ slope: Double, _ doubt: Double) -> [(steps: Int, rate: Double)] {
    [1000, 100, 10_000, 10, 500, 200, 50, 20, 2000, 5000, 100_000].compactMap { steps in
      let rate = Libm.exp(slope * Double(steps))
      guard rate > 1e-6, let round = CurveShape.round(rate, within: max(1e-10, Double(steps) * doubt) * rate),
        Hypothesis.digits(of: round) <= 3
      else { return nil }
      return (steps, round)
    }
  }

  private mutating func addTriStage(
    _ line: CurveFit.Line, _ crossing: Double, _ base: Double, _ rise: Int, _ first: Double
  ) {
    var lasts = [0.01]
    if shape.holdsFloor,
      let held = CurveShape.round(
        shape.points[shape.floor].y / base, within: 1e-3 * shape.points[shape.floor].y / base),
      held > 0, held < 1
    {
      lasts = [held]
    }
    for last in lasts {
      let decays = shape.counts(near: Libm.log(last) / line.slope)
      for hold in shape.counts(near: crossing - Double(rise), doubt: 1.5, atLeast: 0) {
        for decay in decays {
          add(
            "fairseq.tri_stage",
            [
              ("warmup_steps", .integer(rise)), ("hold_steps", .integer(hold)), ("decay_steps", .integer(decay)),
              ("init_lr_scale", number(first, unless: 0.01)), ("final_lr_scale", number(last, unless: 0.01)),
            ], base: base)
        }
      }
    }
  }

  // MARK: Inverses

  private mutating func addInverseRoot(_ points: [CurveFit.Point], _ rise: Warmup) {
    // 1/lr² = (t + shift) / (base² · timescale)
    guard let line = line(points, { 1 / ($0 * $0) }), line.slope > 0 else { return }
    let shift = line.start / line.slope
    func add(_ base: Double, _ warmUp: Int) {
      let found = 1 / (line.slope * base * base)
      for timescale in shape.counts(near: found, doubt: max(1, 8 * doubt * found))
      where abs(Double(timescale - warmUp) - shift) < 2 + 8 * doubt * found {
        let given = timescale == (warmUp == 0 ? 10_000 : warmUp) ? nil : Value.integer(timescale)
        self.add(
          "transformers.inverse_sqrt",
          [("num_warmup_steps", .integer(warmUp)), ("timescale", given)],
          base: base)
      }
    }
    if let riseLine = rise.line {
      guard rise.start == 0 else { return }
      // Both lines meet at the peak, which no reading need show.
      for steps in shape.counts(
        near: riseLine.place(of: shape.peak),
        doubt: max(1.5, shape.points[shape.head].x - shape.points[shape.head - 1].x))
      {
        for base in shape.rates(near: riseLine.slope * Double(steps)) { add(base, steps) }
      }
    } else if let first = Int(exactly: shape.points[0].x) {
      if first == 0 { for base in shape.rates(near: shape.points[0].y) { add(base, 0) } }
      // Where the log begins late, a warm-up that makes a round base.
      for steps in 0..<min(first + 1, 100_000) where abs(shift) < 0.5 && steps > 0 {
        let base = 1 / (line.slope * Double(steps)).squareRoot()
        if let round = CurveShape.round(base, within: 4 * doubt * base), Hypothesis.digits(of: round) <= 2 {
          add(round, steps)
        }
      }
    }
  }

  private mutating func addInverse(_ points: [CurveFit.Point]) {
    guard let line = line(points, { 1 / $0 }), line.slope > 0, line.start > 0 else { return }
    for base in shape.rates(near: 1 / line.start) {
      let speed = line.slope * base
      for steps in [1, 10, 100, 1000, 10_000, 100_000] {
        let rate = speed * Double(steps)
        if let round = CurveShape.round(rate, within: 8 * doubt * rate), Hypothesis.digits(of: round) <= 4 {
          add(
            "keras.InverseTimeDecay",
            [
              ("initial_learning_rate", .number(base)), ("decay_steps", .integer(steps)),
              ("decay_rate", .number(round)),
            ], base: base)
        }
      }
    }
  }
}
