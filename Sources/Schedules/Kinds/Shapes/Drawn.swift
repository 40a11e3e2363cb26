import Diagnostics
import JSON
import Text

/// Curves that are given by their values: points with lines between them, and a table with a value for each step.
extension NamedShapes {
  static let drawn: [Kind] = [
    Kind(
      "points", .shapes,
      "A curve through given points; the first and the last value are held.",
      formula: """
        lr(t) = b·(v + (w − v)·f(p)) between the points (s, v) and (u, w), p = (t − s)/(u − s)
        f: linear p, cosine (1 − cos πp)/2, previous 0, next 1; log lr(t) = b·v·(w/v)^p
        """,
      differs:
        "optax.piecewise_interpolate_schedule multiplies from one boundary to the next; here each value is a part "
        + "of the base rate, or with absolute the rate itself.",
      source: "`numpy.interp`; `triangular` schedules of airbench and fast.ai's DAWNBench entries are such lines.",
      example: #"{"points": [[0, 0], [20, 1], [60, 0.4], [100, 0]]}"#
    ) {
      Declaration(
        law: Parameter<[CurvePoint]>("points", "Steps and the values there: [[0, 0], [100, 1]]."),
        Parameter("interpolation", default: Interpolation.linear, "The interpolation between points."), absolute
      ) { (points, interpolation, isAbsolute) throws(Diagnostic) in
        try interpolate(points, interpolation, isAbsolute)
      }.requiring(.filled("points"))
    },
    Kind(
      "table", .shapes,
      "A table: one value for each step, from a list or a column of a CSV file.",
      formula: "lr(t) = b·values[t]; with absolute values[t]",
      differs:
        "After the last value it is held, unless “after” says that the list starts over or that this is an error.",
      source: "A logged or exported schedule, value by value.",
      example: #"{"values": [0.25, 0.5, 0.75, 1, 1, 1, 0.5, 0.5, 0.1, 0.1]}"#
    ) { Table.declaration },
  ]

  /// Whether values are rates.
  static let absolute = Parameter(
    "absolute", default: false, "Whether values are rates rather than fractions of the base rate.")

  enum Interpolation: String, Choice {
    case linear, cosine, log, previous, next

    /// The value when the part `part` of the way from one point to the next is gone, from 0 to below 1.
    fileprivate func value(_ first: Double, _ second: Double, _ part: Double) -> Double {
      switch self {
      case .linear: first + (second - first) * part
      case .cosine: first + (second - first) * (0.5 * (1 - Libm.cos(.pi * part)))
      case .log: first * Libm.pow(second / first, part)
      case .previous: first
      case .next: part == 0 ? first : second
      }
    }
  }

  private static func interpolate(
    _ points: [CurvePoint], _ interpolation: Interpolation, _ isAbsolute: Bool
  ) throws(Diagnostic) -> Law {
    let (steps, values) = (points.map(\.step), points.map(\.value))
    guard zip(steps, steps.dropFirst()).allSatisfy(<) else {
      throw Diagnostic(.value, "the steps of “points” must rise", of: "points")
    }
    if interpolation == .log, !values.allSatisfy({ $0 > 0 }) {
      throw Diagnostic(
        .value, "a logarithm has no value at or below 0, so those of “points” must be greater", of: "points",
        hint: "end at a small value, or take another “interpolation”")
    }
    guard let first = values.first, let last = values.last, let end = steps.last else { return Law { _, base in base } }
    let jumps = interpolation == .previous || interpolation == .next
    return .counted(length: max(1, end), jumps ? .jumps : .moves) { step, base in
      let passed = Python.bisect(steps, step)
      let value: Double
      if passed == 0 {
        value = first
      } else if passed == steps.count {
        value = last
      } else {
        let (from, to) = (steps[passed - 1], steps[passed])
        value = interpolation.value(values[passed - 1], values[passed], (step - from) / (to - from))
      }
      return isAbsolute ? value : base * value
    }
  }
}

/// A point of a curve: an array of its step and its value.
struct CurvePoint: ParameterValue {
  let step: Double
  let value: Double

  static var valueType: ValueType { .list(.number) }

  static func read(_ value: Value, _ reading: inout Reading) -> CurvePoint? {
    guard let numbers = [Double].read(value, &reading), case .array(let elements) = value.content else { return nil }
    guard numbers.count == 2 else {
      reading.report(
        Diagnostic(
          .value, "a point is a step and a value, not \(numbers.count.counted("number"))",
          at: value.range, hint: "for example, [100, 0.5]"))
      return nil
    }
    let (step, number) = (numbers[0], numbers[1])
    guard step.magnitude <= Parameter<Int>.mostSteps else {
      reading.report(Diagnostic(.value, "a step must be between -10¹² and 10¹²", at: elements[0].range))
      return nil
    }
    return CurvePoint(step: step, value: number)
  }

  var shown: String { "[\(step.shown), \(value.shown)]" }
}
