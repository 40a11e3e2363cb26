import Curves
import Objectives
import Schedules
import Text

/// What to say about a loss: where it starts, is least and ends, whether it diverges, and what the numbers are worth.
struct LossDescription {
  let column: Curve.Column
  let loss: Curve.Loss
  let unit: Curve.Unit
  /// The rates that led to it.
  let rates: [Double]
  private let groupCount: Int

  init?(_ column: Curve.Column, in curve: Curve) {
    guard let loss = column.loss else { return nil }
    self.column = column
    self.loss = loss
    unit = curve.unit
    let own = curve.columns(of: .lr).filter { $0.curve == column.curve }
    groupCount = own.count
    rates = own.indices.contains(loss.objective.group) ? own[loss.objective.group].values : []
  }

  private var objective: Objective { loss.objective }

  /// The loss as it is described: a predicted one to three decimals.
  func shown(_ value: Double) -> String {
    objective.isLaw && objective.type != .lastIterateBound ? LossPanel.short(value) : Significant.text(value)
  }

  /// One sentence for people who cannot see it.
  func sentence(_ subject: String) -> String? {
    guard let summary = Summary(of: column.values) else {
      return loss.divergence.map { "\(subject) is not a finite number from step \($0) on." }
    }
    let verb = objective.isLaw ? "is predicted to go" : "goes"
    var text =
      "\(subject) \(verb) from \(shown(summary.first.value)) to \(shown(summary.final.value)), and is least at "
      + "\(unit) \(summary.minimum.row) with \(shown(summary.minimum.value))."
    if let row = loss.divergence { text += " It diverges at step \(row)." }
    return text
  }

  /// The numbers, a line each: a name, a value, a place.
  func numbers(_ place: (Int) -> String) -> [[String]] {
    guard let summary = Summary(of: column.values) else { return [] }
    var rows = [
      ["first", shown(summary.first.value), place(summary.first.row)],
      ["least", shown(summary.minimum.value), place(summary.minimum.row)],
      ["last", shown(summary.final.value), place(summary.final.row)],
    ]
    if let behind = loss.behind { rows.append(["after the last update", shown(behind)]) }
    if let row = loss.divergence {
      rows.append(["diverges", "at step \(row)", "there the loss is not a finite number any more"])
    }
    if let critical = objective.criticalRate {
      rows.append(["critical rate", Significant.text(critical), "above it the loss grows"])
    }
    return rows
  }

  /// What the numbers are worth, and which parts of the schedule the optimizer ignores.
  var remarks: [String] { objective.isLaw ? limits : objective.optimizerRemarks }

  private var limits: [String] {
    if objective.type == .lastIterateBound {
      return ["It is a bound of convex theory, and no loss: compare it with bounds of other shapes only."]
    }
    var remarks = [
      "It is predicted by the \(objective.type.title) from the rates alone"
        + (objective.preset.map { ", with the constants \($0.name)" } ?? "")
        + ": made for language models trained with AdamW in one pass, valid after the warm-up.",
      "A gap of less than 0.02 between two predictions means nothing.",
    ]
    let fit = LawFit(of: objective, rates)
    if let preset = fit.preset, fit.isPeakOutside {
      remarks.append(
        "The largest rate, \(Significant.text(fit.peak)), is outside the range of the fit, which was made at "
          + "\(Significant.text(preset.peak)): the numbers mean nothing here.")
    }
    if let preset = fit.preset, fit.isLengthOutside {
      remarks.append(
        "The run has \(fit.count) updates; the constants are from runs of \(preset.steps), and hold from "
          + "\(fit.lengths.lowerBound) to \(fit.lengths.upperBound).")
    }
    if groupCount > 1 { remarks.append("Of several param groups it sees the rate of one.") }
    if risesAgain(fit.peak) { remarks.append("The rate rises again after a decay, which the law was not fitted to.") }
    return remarks
  }

  /// Whether the rate comes down from its peak by a fifth or more, and goes up by as much.
  private func risesAgain(_ peak: Double) -> Bool {
    guard let top = rates.firstIndex(of: peak) else { return false }
    var low = peak
    for rate in rates[top...] where !rate.isNaN {
      low = min(low, rate)
      if low < 0.8 * peak, rate > low + 0.2 * peak { return true }
    }
    return false
  }
}
