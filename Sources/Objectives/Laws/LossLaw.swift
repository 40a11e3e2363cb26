package import Schedules

/// A law that predicts a loss from the rates alone: row i is the loss after update i, its own rate included.
package protocol LossLaw: Sendable {
  /// The loss after one more update; NaN where the law has no value yet.
  mutating func step(_ rate: Double) -> Double
}

extension Objective {
  /// The law before its first update; `nil` for what runs an optimizer.
  package var law: (any LossLaw)? {
    switch kind {
    case .annealing(let constants): AnnealingLaw(constants)
    case .multiPower(let constants): MultiPowerLaw(constants)
    case .lastIterateBound(let distance, let norms): LastIterateBound(distance: distance, gradientNorms: norms)
    default: nil
    }
  }

  /// The losses that a law predicts for a whole run; faster than one by one where the rates to come are of use.
  package func predictedLosses(for rates: [Double]) -> [Double]? {
    switch kind {
    case .annealing(let constants): AnnealingLaw.losses(for: rates, constants)
    case .multiPower(let constants): MultiPowerLaw.losses(for: rates, constants)
    case .lastIterateBound(let distance, let norms):
      LastIterateBound.losses(for: rates, distance: distance, gradientNorms: norms)
    default: nil
    }
  }
}
