import JSON
import Schedules
import Text

/// The kinds that libraries have for the shape of the readings, with the numbers that the readings give.
struct Guesses {
  let shape: CurveShape
  private(set) var all: [Hypothesis] = []

  init(_ shape: CurveShape) {
    self.shape = shape
    guard shape.points.count > 2, shape.peak > 0 else { return }
    if shape.isConstant {
      add("transformers.constant", [], base: shape.points[0].y)
      return
    }
    addSteps()
    addCycles()
    addOneCycles()
    if shape.isOneFall {
      addHeld()
      addDeepSpeed()
      for rise in rises {
        addFalls(rise)
        addEndless(rise)
      }
    }
  }

  // MARK: Making hypotheses

  typealias NamedValue = (name: String, value: Value?)

  /// Adds a kind with the values that are given.
  mutating func add(
    _ name: String, _ parameters: [NamedValue], base: Double, warmUp: (start: Double, steps: Int)? = nil
  ) {
    guard all.count < 20_000, base > 0, base.isFinite, let kind = Catalogue.kind(named: name) else { return }
    let given = parameters.compactMap { parameter in parameter.value.map { (parameter.name, $0) } }
    all.append(Hypothesis(kind: kind, parameters: given, base: base, warmUp: warmUp))
  }

  func number(_ value: Double, unless standard: Double? = nil) -> Value? {
    value == standard ? nil : .number(value)
  }

  // MARK: Numbers

  /// A rate as a part of the base, in few digits where that is what it is.
  func part(_ rate: Double, of base: Double) -> Double {
    guard rate != 0 else { return 0 }
    let part = rate / base
    return CurveShape.round(part, within: max(1e-12 * part, 0.25 * shape.tolerance / base)) ?? part
  }

  /// The steps at which something may happen that is seen between a reading and the next: the roundest, and the last.
  func between(_ index: Int) -> [Int] {
    guard let low = Int(exactly: shape.points[index].x), let high = Int(exactly: shape.points[index + 1].x) else {
      return []
    }
    return high - low == 1 ? [high] : [roundest(above: low, upTo: high), high]
  }

  /// The roundest whole number above one and up to another.
  func roundest(above low: Int, upTo high: Int) -> Int {
    var power = 1_000_000_000
    while power > 0 {
      for unit in [power, power / 2, power / 5] where unit > 0 && high / unit * unit > low { return high / unit * unit }
      power /= 10
    }
    return high
  }

  // MARK: Rises

  /// A rise along a line to a level; without one it has no steps.
  struct Warmup {
    let steps: [Int]
    let line: CurveFit.Line?
    let start: Double
    /// The only reading of it.
    let only: CurveFit.Point?
  }

  private var rises: [Warmup] {
    let points = shape.points
    if shape.head == 1 { return [Warmup(steps: shape.between(0, 2), line: nil, start: 0, only: points[0])] }
    guard let line = shape.rise else {
      return shape.head == 0 ? [Warmup(steps: [], line: nil, start: 0, only: nil)] : []
    }
    return [
      Warmup(
        steps: shape.counts(near: line.place(of: points[shape.head].y)), line: line, start: shape.start(of: line),
        only: nil)
    ]
  }
}
