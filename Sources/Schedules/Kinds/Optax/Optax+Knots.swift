import Diagnostics
import Text

extension Optax {
  /// A line or cosine waves through points.
  ///
  /// The points are at 0 and at each boundary, their values the products of the scales up to there. Before the first one
  /// the value is 0, behind the last one the last. Source: `optax.piecewise_interpolate_schedule`, 0.2.8.
  struct Knots: Sendable {
    enum Interpolation: String, Choice { case linear, cosine }

    private let interpolation: Interpolation
    private let steps: [Double]
    private let values: [Double]

    /// Makes the points; the scales are in the order of their steps.
    ///
    /// Throws `error[value]` when a value is no number, which would make every step's no number in the library.
    init(
      _ interpolation: Interpolation, from initial: Double, scales: [(step: Double, value: Double)]
    ) throws(Diagnostic) {
      self.interpolation = interpolation
      var (steps, values) = ([0.0], [initial])
      var value = initial
      for scale in scales {
        value *= scale.value
        steps.append(scale.step)
        values.append(value)
      }
      guard values.allSatisfy(\.isFinite) else { throw Diagnostic(.value, "a value is beyond the range of a double") }
      self.steps = steps
      self.values = values
    }

    func value(at count: Double) -> Double {
      if let last = steps.last, last <= count { return values[values.count - 1] }
      // With boundaries before 0 the points are out of order, as they are in the library.
      for index in steps.indices.dropLast() where steps[index] <= count && count < steps[index + 1] {
        let fraction = (count - steps[index]) / max(steps[index + 1] - steps[index], 1)
        let (start, end) = (values[index], values[index + 1])
        switch interpolation {
        case .linear: return (end - start) * fraction + start
        case .cosine: return end + (start - end) / 2 * (Libm.cos(.pi * fraction) + 1)
        }
      }
      return 0
    }

    var length: Double? { steps.count > 1 ? steps.last.map { max(1, $0) } : nil }

    var phases: [Phase] {
      var stretches: [(start: Double, label: String)] = []
      for index in steps.indices.dropLast() where steps[index] >= 0 && stretches.count < 100 {
        let (start, end) = (values[index], values[index + 1])
        stretches.append((steps[index], start < end ? "rise" : start > end ? "fall" : "hold"))
      }
      return Phase.stretches(stretches + [(max(0, steps.last ?? 0), "hold")])
    }
  }
}
