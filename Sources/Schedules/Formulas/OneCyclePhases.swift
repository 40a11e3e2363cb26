import Diagnostics
import Text

/// The two or three phases of a one-cycle schedule as torch has them: their ends, none of them rounded, and the values
/// between.
///
/// With N steps, phases end at E₁ = p·N − 1, (E₂ = 2p·N − 2,) N − 1. A step beyond the last is extrapolated.
struct OneCyclePhases: Sendable {
  /// The part of the cycle that rises.
  var start: Double
  var strategy: AnnealingStrategy
  var isThreePhase: Bool

  /// A value that phases begin or end with.
  fileprivate enum Level { case initial, max, min }

  /// Where a step stands, which is the same for the rates and momentums of all param groups.
  struct Place {
    fileprivate let from: Level
    fileprivate let to: Level
    fileprivate let strategy: AnnealingStrategy
    /// The part of the phase that has passed, or, along a cosine, 1 + cos of it.
    fileprivate let part: Double

    /// The value there: initial → max (→ initial) → min.
    ///
    /// Throws `error[value]` when a group lacks one of the two that a phase lies between: what a resumed run left in it.
    func value(initial: Double?, max: Double?, min: Double?) throws(Diagnostic) -> Double {
      func value(_ level: Level) -> Double? {
        switch level {
        case .initial: initial
        case .max: max
        case .min: min
        }
      }
      guard let start = value(from), let end = value(to) else {
        throw Diagnostic(
          .value, "a run is resumed, but a param group lacks what the run left in it",
          hint: "give the group “initial_lr”, “max_lr”, “min_lr”, “base_momentum” and “max_momentum”")
      }
      switch strategy {
      case .cos: return end + (start - end) / 2 * part
      case .linear: return (end - start) * part + start
      }
    }
  }

  /// The place of a step among `count`.
  func place(of step: Double, in count: Double) throws(Diagnostic) -> Place {
    let rise = start * count - 1
    if step <= rise { return try place(.initial, .max, step, from: 0, to: rise) }
    guard isThreePhase else { return try place(.max, .min, step, from: rise, to: count - 1) }
    let fall = 2 * start * count - 2
    if step <= fall { return try place(.max, .initial, step, from: rise, to: fall) }
    return try place(.initial, .min, step, from: fall, to: count - 1)
  }

  private func place(
    _ start: Level, _ end: Level, _ step: Double, from first: Double, to last: Double
  ) throws(Diagnostic) -> Place {
    let part = try Python.quotient(step - first, last - first, "the length of a phase, by pct_start,")
    return Place(
      from: start, to: end, strategy: strategy, part: strategy == .cos ? Libm.cos(.pi * part) + 1 : part)
  }
}
