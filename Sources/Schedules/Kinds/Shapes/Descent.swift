import Diagnostics

/// A shape that warms up, holds the peak for a while, falls through the rest of its total, and stays at its end.
///
/// lr(t) = b·(s + (1 − s)·t/W) in the warm-up, then b·(f(p) + m·(1 − f(p))) with p = (t − W − H)/(T − W − H), and b·m from T
/// on. What falls, and how, is the function f from 1 to 0.
struct Descent: Rule {
  private var course: Course
  private let minRatio: Double
  private let fall: @Sendable (Double) -> Double
  private var total = 0.0
  private var top = 0.0

  init(_ course: Course, minRatio: Double, fall: @escaping @Sendable (Double) -> Double) throws(Diagnostic) {
    self.course = course
    self.minRatio = minRatio
    self.fall = fall
    if course.length != nil { _ = try course.total() }
  }

  mutating func adopt(_ run: RunLength) { course.adopt(run) }

  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) {
    total = try course.total()
    top = course.top(in: total)
  }

  func rate(at step: Int, base: Double, group: Int) -> Double {
    let step = Double(step)
    if let factor = course.rise(step) { return base * factor }
    let progress = max(0, min(1, (step - top) / (total - top)))
    return base * Fall.between(minRatio, fall(progress))
  }

  var length: Double? { course.length }

  var phases: [Phase] {
    guard let total = course.total else { return course.phases([]) }
    return course.phases([(course.top(in: total), .moves, "decay"), (total, .moves, "end")])
  }
}

extension Descent {
  /// The formula of a shape by its fall.
  static func formula(_ fall: String, hold: Bool = false) -> String {
    let (top, span) = hold ? ("W + H", "T − W − H") : ("W", "T − W")
    return """
      lr(t) = b·(s + (1 − s)·t/W)       t < W
      lr(t) = b·(f + m·(1 − f))         t < T, with f = \(fall) and p = (t − \(hold ? "W − H" : "W"))/(\(span))
      lr(t) = b·m                       t ≥ T
      """ + (hold ? "\nlr(t) = b from W to \(top)" : "") + NamedShapes.letters
  }

  /// How all of them count.
  static let counting = "total_steps includes the warm-up, the peak is at step warmup_steps, and the end is held."
}

extension Declaration {
  /// Declares a shape that is nothing but a way to fall.
  init(descent fall: @escaping @Sendable (Double) -> Double, to minRatio: Double = 0) {
    self.init(
      rule: Parameter.totalSteps, Parameter.warmupSteps, Parameter.startRatio, Parameter.minRatio(minRatio),
      make: { (total, warmup, start, minRatio) throws(Diagnostic) in
        try Descent(Course(total: total, warmup: warmup, start: start), minRatio: minRatio, fall: fall)
      })
  }
}
