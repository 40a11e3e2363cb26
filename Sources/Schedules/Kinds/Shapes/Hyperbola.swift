import Diagnostics

/// The curve of both hyperbolic schedules: how far h(x) = √((N − x)/U·(2 − (N + x)/U)) has come down from h(0).
struct Hyperbola: Sendable {
  enum Place {
    /// In the warm-up, with its factor.
    case rise(Double)
    /// Behind it, with h(x) − h(0): 0 and less.
    case fall(Double)
  }

  private var course: Course
  private let bound: Double
  /// N, the steps behind the warm-up, and h(0).
  private var count = 0.0
  private var first = 0.0

  init(_ course: Course, bound: Double) throws(Diagnostic) {
    self.course = course
    self.bound = bound
    if course.length != nil { try prepare() }
  }

  mutating func adopt(_ run: RunLength) { course.adopt(run) }

  mutating func prepare() throws(Diagnostic) {
    count = try course.total() - course.warmup
    guard bound >= count else {
      throw Diagnostic(
        .value, "“upper_bound” must be at least the \(Shown.number(count)) steps that fall, not \(Shown.number(bound))",
        of: "upper_bound")
    }
    first = height(0)
  }

  func place(of step: Int) -> Place {
    let step = Double(step)
    if let factor = course.rise(step) { return .rise(factor) }
    return .fall(height(min(count, step - course.warmup)) - first)
  }

  private func height(_ x: Double) -> Double { ((count - x) / bound * (2 - (count + x) / bound)).squareRoot() }

  var length: Double? { course.length }

  var phases: [Phase] {
    course.phases([(course.warmup, .moves, "decay")] + (course.total.map { [($0, .moves, "end")] } ?? []))
  }
}

extension Parameter<Double> {
  static let upperBound = Parameter(
    "upper_bound", in: .between(1, Parameter<Int>.mostSteps),
    "The longest run one thinks of: U, at least the steps that fall.")
}
