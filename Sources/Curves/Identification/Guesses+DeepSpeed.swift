import JSON
import Schedules
import Text

/// DeepSpeed's warm-ups, which use their first rate twice, and rise along a logarithm unless told otherwise.
extension Guesses {
  mutating func addDeepSpeed() {
    guard shape.head > 2 else { return }
    let points = shape.sample(0..<shape.head).filter { $0.x >= 1 }
    guard points.count > 2, shape.points[0].y <= shape.tolerance else { return }
    let allowed = max(2 * shape.tolerance, 1e-8 * shape.peak)
    if let line = CurveFit.line(points), line.slope > 0, line.error <= allowed, abs(line.place(of: 0) - 1) < 0.1 {
      addWarmUps("linear") { base in (base / line.slope, 1) }
    }
    if let line = CurveFit.line(points.map { (Libm.log($0.x), $0.y) }), line.slope > 0, line.error <= allowed,
      abs(line.start) <= allowed
    {
      addWarmUps(nil) { base in (Libm.exp(base / line.slope), 0) }
    }
  }

  /// - Parameter steps: The steps of a warm-up to a rate, and the step that it is late.
  private mutating func addWarmUps(_ type: Value?, _ steps: (_ base: Double) -> (count: Double, late: Int)) {
    func common(_ base: Double, _ count: Int) -> [NamedValue] {
      [
        ("warmup_max_lr", number(base, unless: 0.001)), ("warmup_num_steps", .integer(count)), ("warmup_type", type),
      ]
    }
    let isHeld = shape.plateau == shape.points.count - 1
    if isHeld {
      for base in shape.rates(near: shape.points[shape.plateau].y) {
        for count in shape.counts(near: steps(base).count) {
          add("deepspeed.WarmupLR", common(base, count), base: base)
        }
      }
      return
    }
    let begins = [0, 1].flatMap { late in shape.counts(near: steps(shape.peak).count, doubt: 2).map { $0 + late } }
    let isZero = max(shape.tolerance, 1e-8 * shape.peak)
    let falls = shape.falls(behind: begins.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } })
      .filter { $0.descent == .cosine || $0.descent == .line && abs($0.foot) <= isZero }
    for fall in falls.prefix(96) {
      for base in shape.rates(near: fall.top) {
        for count in shape.counts(near: steps(base).count) where abs(count - fall.begin) < 3 {
          switch fall.descent {
          case .line:
            add(
              "deepspeed.WarmupDecayLR", [("total_num_steps", .integer(fall.end - 1))] + common(base, count), base: base
            )
          case .cosine:
            for total in [fall.end - 1, fall.end, fall.end + 1] {
              for foot in feet(of: fall, base: base) {
                add(
                  "deepspeed.WarmupCosineLR",
                  [
                    ("total_num_steps", .integer(total)),
                    ("cos_min_ratio", number(part(foot, of: base), unless: 0.0001)),
                    ("warmup_num_steps", .integer(count)), ("warmup_type", type),
                  ], base: base)
              }
            }
          default: break
          }
        }
      }
    }
  }
}
