import Diagnostics
import Text

/// Warms up, holds, and falls with a negative power of time, without an end or with a line to it.
///
/// lr(t) = b·(τ/(t − W − H + τ))ʳ behind the hold, never below b·m.
struct InverseRoot: Rule {
  private var course: Course
  private let timescale: Double
  private let power: Double
  private let decaySteps: Double
  private let minRatio: Double
  private let top: Double
  /// The step at which the last line begins, and the total.
  private var ending = Double.infinity
  private var total = Double.infinity

  init(
    course: Course, timescale: Double, power: Double, decaySteps: Int = 0, minRatio: Double
  ) throws(Diagnostic) {
    self.course = course
    self.timescale = timescale
    self.power = power
    self.decaySteps = Double(decaySteps)
    self.minRatio = minRatio
    top = course.top(in: 0)
    if course.length != nil { try plan() }
  }

  mutating func adopt(_ run: RunLength) { course.adopt(run) }
  mutating func prepare(_ optimizer: inout Optimizer) throws(Diagnostic) { try plan() }

  private mutating func plan() throws(Diagnostic) {
    guard decaySteps > 0 else { return }
    total = try course.total(leaving: decaySteps)
    ending = total - decaySteps
  }

  func rate(at step: Int, base: Double, group: Int) -> Double {
    let step = Double(step)
    if let factor = course.rise(step) { return base * factor }
    if step >= total { return base * minRatio }
    if step > ending {
      let left = (total - step) / decaySteps
      return base * (minRatio + (factor(ending) - minRatio) * left)
    }
    return base * factor(step)
  }

  private func factor(_ step: Double) -> Double {
    if step <= top { return 1 }
    let left = timescale / (step - top + timescale)
    return max(minRatio, power == 0.5 ? left.squareRoot() : Libm.pow(left, power))
  }

  /// Without an end of its own, it shows as much as tells the warm-up from the fall.
  var length: Double? { course.length ?? (decaySteps > 0 ? nil : 5 * max(top, timescale)) }

  var phases: [Phase] {
    var stretches: [Course.Stretch] = [(top, .moves, "decay")]
    if decaySteps > 0, let total = course.total {
      stretches += [(total - decaySteps, .moves, "cool-down"), (total, .moves, "end")]
    }
    return course.phases(stretches)
  }
}
