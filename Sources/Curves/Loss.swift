import Objectives
package import Schedules

extension Curve {
  /// Where the losses of a column come from, and what came of them.
  package struct Loss: Sendable {
    package let objective: Objective
    /// Whether it is shown to the schedule, which then has it as its metric, too.
    package let isWatched: Bool
    /// The loss after the last update of the run; `nil` for a law, whose last row has it, and where it is not finite.
    package internal(set) var behind: Double?
    /// The first row whose loss is not a finite number; the number of rows where it is the one after the last.
    package internal(set) var divergence: Int?
  }
}

extension Curve.Column {
  /// Predicts the losses that had to wait for the rates, or records what became of the others.
  mutating func finish(_ lossCurve: inout LossCurve, rates: [[Double]]) {
    guard let objective = loss?.objective else { return }
    if rates.indices.contains(objective.group), let predicted = lossCurve.predictions(for: rates[objective.group]) {
      values = predicted.map { $0.isFinite ? $0 : .nan }
    }
    guard !objective.isLaw else { return }
    let behind = lossCurve.behind
    loss?.behind = behind.isFinite ? behind : nil
    if lossCurve.hasDiverged { loss?.divergence = values.firstIndex { $0.isNaN } ?? values.count }
  }
}
