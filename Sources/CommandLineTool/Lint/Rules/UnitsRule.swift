import Diagnostics
import JSON
import Schedules
import Text

/// Numbers of epochs for a scheduler that is stepped every step, and numbers of steps for one stepped every epoch.
enum UnitsRule {
  static func finding(_ stretch: LintStretch) -> Finding? {
    guard stretch.stepsPerEpoch > 1, let number = number(stretch) else { return nil }
    let (steps, perEpoch) = (number.steps, Double(stretch.stepsPerEpoch))
    let count = Double(stretch.run.count)
    if stretch.interval == .step {
      let epochs = Double(stretch.run.epochs)
      // It is over when the first of its steps are done.
      guard steps > 1, steps <= epochs, count >= 2 * steps else { return nil }
      return Finding(
        rule: .units,
        message: "“\(number.name)” counts steps here, and \(Shown.number(steps)) of them are over after "
          + "\(Significant.text(steps / perEpoch)) of \(Shown.number(epochs)) epochs",
        hint:
          "if epochs are meant, write \(Shown.number(steps * perEpoch)), or step it per epoch, by the interval “epoch”",
        range: number.range, owner: stretch.node.range, repairs: repairs(steps * perEpoch, number, stretch))
    }
    guard steps > count, steps >= count * perEpoch / 2, steps <= 2 * count * perEpoch else { return nil }
    return Finding(
      rule: .units,
      message:
        "“\(number.name)” counts epochs here, and the run has \(Shown.number(count)) of the \(Shown.number(steps))",
      hint: "if steps are meant, set the interval “step”, or write \(Shown.number(steps / perEpoch)) epochs",
      range: number.range, owner: stretch.node.range, repairs: repairs(steps / perEpoch, number, stretch))
  }

  private typealias Numbers = (steps: Double, name: String, range: SourceRange, given: LintStretch.Given?)

  /// The length, the first cycle, the period, or the last milestone; the parts of a sequence speak for themselves.
  private static func number(_ stretch: LintStretch) -> Numbers? {
    if let length = stretch.lengthOrCycle {
      return (length.steps, length.given.name, length.given.range, length.given)
    }
    guard stretch.node.scheduler.parts(of: stretch.run).isEmpty else { return nil }
    if let period = stretch.written(.period), stretch.node.scheduler.motion == .jumps {
      return (period.value, period.name, period.range, period)
    }
    guard let list = MilestonesRule.milestones(of: stretch), let last = list.numbers.max(), last > 0 else { return nil }
    return (last, list.name, list.range, nil)
  }

  private static func repairs(_ steps: Double, _ number: Numbers, _ stretch: LintStretch) -> [Repair] {
    guard let given = number.given, given.isWritten, steps == steps.rounded() else { return [] }
    return [Repair(owner: .node(stretch.node.range), key: given.name, value: steps)]
      + stretch.repairs(toward: Double(stretch.run.count))
  }
}
