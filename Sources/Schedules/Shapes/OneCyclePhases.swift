import Diagnostics
import Text

/// The two or three phases of a one-cycle schedule as torch has them: their ends, none of them rounded, and the values
/// between.
///
/// With N steps, phases end at E₁ = p·N − 1, (E₂ = 2p·N − 2,) N − 1. A step beyond the last is extrapolated.
struct OneCyclePhases: Sendable {
  /// The part of the cycle that rises.
  let start: Double
  let strategy: Strategy
  let isThreePhase: Bool

  enum Strategy: String, Choice { case cos, linear }

  /// The value at a step of `count`: initial → max (→ initial) → min.
  ///
  /// Throws `error[value]` when a group lacks one of the two that a phase lies between: what a resumed run left in it.
  func value(
    at step: Double, of count: Double, initial: Double?, max: Double?, min: Double?
  ) throws(Diagnostic) -> Double {
    let rise = start * count - 1
    if step <= rise { return try anneal(initial, max, step, from: 0, to: rise) }
    guard isThreePhase else { return try anneal(max, min, step, from: rise, to: count - 1) }
    let fall = 2 * start * count - 2
    if step <= fall { return try anneal(max, initial, step, from: rise, to: fall) }
    return try anneal(initial, min, step, from: fall, to: count - 1)
  }

  private func anneal(
    _ start: Double?, _ end: Double?, _ step: Double, from first: Double, to last: Double
  ) throws(Diagnostic) -> Double {
    guard let start, let end else {
      throw Diagnostic(
        .value, "a run is resumed, but a param group lacks what the run left in it",
        hint: "give the group “initial_lr”, “max_lr”, “min_lr”, “base_momentum” and “max_momentum”")
    }
    let part = try Python.quotient(step - first, last - first, "the length of a phase, by pct_start,")
    switch strategy {
    case .cos: return end + (start - end) / 2 * (Libm.cos(.pi * part) + 1)
    case .linear: return (end - start) * part + start
    }
  }
}
