import Diagnostics

extension Optax {
  /// What optax's one-cycle schedules have in common: the points between which they interpolate.
  enum OneCycle {
    /// The points of a cycle; a later one takes the place of an earlier one at the same step, as in a Python dictionary.
    ///
    /// Throws `error[value]` for what the library refuses: a scale below zero, or a step beyond its integers.
    static func knots(
      _ interpolation: Knots.Interpolation, from initial: Double, through points: [(step: Double, scale: Double)]
    ) throws(Diagnostic) -> Knots {
      var scales: [(step: Double, value: Double)] = []
      for point in points {
        guard point.scale >= 0 else {
          throw Diagnostic(.value, "its scales must be at least 0: is a divisor negative?")
        }
        guard point.step.magnitude < 9e18 else { throw Diagnostic(.value, "a part of the cycle is too long") }
        scales.removeAll { $0.step == point.step }
        scales.append((point.step, point.scale))
      }
      scales.sort { $0.step < $1.step }
      return try Knots(interpolation, from: initial, scales: scales)
    }

    /// Divides as Python does, naming the parameter that is 0.
    static func quotient(_ a: Double, _ b: Double, _ name: String) throws(Diagnostic) -> Double {
      do throws(Diagnostic) {
        return try Python.quotient(a, b, "“\(name)”", code: .value)
      } catch {
        throw Diagnostic(.value, error.message, of: name)
      }
    }
  }
}
