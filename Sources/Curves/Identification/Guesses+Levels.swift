import JSON
import Schedules
import Text

/// Levels that are held: after a rise, or one below the other.
extension Guesses {
  /// A rise to a level that is then held.
  mutating func addHeld() {
    guard shape.head > 0, shape.plateau == shape.points.count - 1 else { return }
    let peak = shape.points[shape.plateau].y
    for base in shape.rates(near: peak) {
      if let line = shape.rise {
        let start = shape.start(of: line)
        for steps in shape.counts(near: line.place(of: base)) {
          if start == 0 {
            add("transformers.constant_with_warmup", [("num_warmup_steps", .integer(steps))], base: base)
          }
          add(
            "LinearLR", [("start_factor", .number(part(start, of: base))), ("total_iters", .integer(steps))],
            base: base)
        }
      }
      // One jump up.
      let low = shape.points[shape.head - 1].y
      if shape.same(shape.points[0].y, low), low > 0 {
        for steps in between(shape.head - 1) {
          add("ConstantLR", [("factor", .number(part(low, of: base))), ("total_iters", .integer(steps))], base: base)
        }
      }
    }
  }

  // MARK: Drops

  mutating func addSteps() {
    let points = shape.points
    let begin = shape.head
    let drops = points.indices.dropFirst(begin + 1).filter { !shape.same(points[$0].y, points[$0 - 1].y) }
    // A level of one reading is a slope.
    let held = zip(drops, drops.dropFirst() + [points.count]).count { $1 - $0 > 1 }
    guard !drops.isEmpty, drops.count <= 64, 2 * drops.count <= points.count - begin, 2 * held >= drops.count,
      drops.allSatisfy({ points[$0].y < points[$0 - 1].y }), points[points.count - 1].y >= 0
    else { return }
    let ratios = drops.map { points[$0].y / points[$0 - 1].y }
    let bases = shape.rates(near: points[shape.plateau].y)
    let milestones = drops.map { between($0 - 1) }
    let line = shape.rise
    let start = line.map { shape.start(of: $0) } ?? 0
    for base in bases {
      let warmUps: [Int?] =
        line.map { line in shape.counts(near: line.place(of: base)).map { $0 } } ?? (begin == 0 ? [nil] : [])
      for steps in warmUps {
        let linear = steps.map { (start: part(start, of: base), steps: $0) }
        let origin = steps ?? 0
        // torch's LinearLR cannot begin at 0.
        guard linear.map({ $0.start > 0 }) ?? true else { continue }
        for list in [milestones.map { $0[0] }, milestones.map { $0[$0.count - 1] }] {
          let own = list.map { $0 - origin }
          guard own.allSatisfy({ $0 > 0 }) else { continue }
          if let gamma = gamma(ratios) {
            if let period = period(drops, behind: origin) {
              add(
                "StepLR", [("step_size", .integer(period)), ("gamma", number(gamma, unless: 0.1))], base: base,
                warmUp: linear)
            }
            add(
              "MultiStepLR",
              [("milestones", Value(.array(own.map { .integer($0) }))), ("gamma", number(gamma, unless: 0.1))],
              base: base, warmUp: linear)
          }
          if linear == nil {
            let values = [base] + drops.map { shape.rates(near: points[$0].y)[0] }
            add(
              "keras.PiecewiseConstantDecay",
              [
                ("boundaries", Value(.array(list.map { .integer($0 - 1) }))),
                ("values", Value(.array(values.map { .number($0) }))),
              ], base: base)
          }
        }
      }
    }
  }

  /// The factor of all drops, if there is one.
  private func gamma(_ ratios: [Double]) -> Double? {
    guard let first = ratios.first else { return nil }
    let doubt = max(1e-9, 2 * shape.tolerance / shape.peak)
    guard let gamma = CurveShape.round(first, within: doubt * first) else { return nil }
    // The last levels may be too small to tell.
    return ratios.prefix(3).allSatisfy { abs($0 - gamma) <= 0.02 * gamma } ? gamma : nil
  }

  /// The roundest distance of drops that lie between two readings each.
  private func period(_ drops: [Int], behind origin: Int) -> Int? {
    var (low, high) = (0.0, Double.infinity)
    for (index, drop) in drops.enumerated() {
      low = max(low, (shape.points[drop - 1].x - Double(origin)) / Double(index + 1))
      high = min(high, (shape.points[drop].x - Double(origin)) / Double(index + 1))
    }
    guard high.isFinite, low < high, let lowest = Int(exactly: low.rounded(.down)),
      let highest = Int(exactly: high.rounded(.down)), highest > lowest
    else { return nil }
    let period = roundest(above: max(0, lowest), upTo: highest)
    return Double(period) > low ? period : nil
  }
}
