package import Schedules

/// What a run does to its objective, row by row.
///
/// With an optimizer, the loss of a row is the one before its update, and a watcher sees the loss after the last update of
/// an epoch; with a law, both are the loss after the row's update.
package struct LossCurve: Sendable {
  private var objective: Objective
  private var training: Training?
  private let isTrained: Bool
  /// A law that is followed row by row; where nothing waits for its losses, they are predicted together in the end.
  private var law: (any LossLaw)?
  private var last = Double.nan
  /// Whether an optimizer has led to a loss that is not a finite number; from there on nothing is updated any more.
  package private(set) var hasDiverged = false

  /// `isWatched` when the schedule is shown the loss that it causes; `nil` where there is no way to one.
  package init?(_ objective: Objective, isWatched: Bool) {
    self.objective = objective
    isTrained = !objective.isLaw
    if objective.isLaw {
      law = isWatched ? objective.law : nil
    } else {
      training = Training(objective)
      if training == nil { return nil }
    }
  }

  /// Sets what a quantity drives for the next row; see `Objective.driven`.
  package mutating func drive(_ index: Int, to value: Double) { training?.drive(index, to: value) }

  /// The loss of a row that is run with these groups; NaN where there is none.
  package mutating func row(_ groups: [ParamGroup]) -> Double {
    if isTrained {
      let loss = behind
      if !hasDiverged { training?.update(groups) }
      return loss
    }
    guard law != nil, groups.indices.contains(objective.group) else { return .nan }
    last = law?.step(groups[objective.group].lr) ?? .nan
    return last
  }

  /// The loss after the last update; NaN where it is not finite.
  package var behind: Double {
    mutating get {
      if hasDiverged { return .nan }
      guard let loss = training?.loss() else { return last }
      if loss.isFinite { return loss }
      hasDiverged = true
      return .nan
    }
  }

  /// Goes on from here with the objective of a resumed run; its optimizer begins anew unless its state is restored.
  ///
  /// `false` where the one has an optimizer and the other is a law, where they have other parameters, or where the
  /// optimizer lacks what the other's state has.
  package mutating func resume(as other: Objective, _ way: Restoration) -> Bool {
    guard let old = training else {
      objective = other
      return other.isLaw
    }
    guard !other.isLaw, var new = Training(other), new.resume(old, of: other, as: way) else {
      return false
    }
    (objective, training) = (other, new)
    return true
  }

  /// The losses of a whole run, where they are predicted when its rates are known.
  package func predictions(for rates: [Double]) -> [Double]? {
    training == nil && law == nil ? objective.predictedLosses(for: rates) : nil
  }
}
