import Text
import Diagnostics
import JSON
import Schedules

/// Numbers of epochs for a scheduler that is stepped every step, and numbers of steps for one stepped every epoch.
enum UnitsRule {
  static func finding(_ stretch: LintStretch) -> Finding? {
    guard stretch.stepsPerEpoch > 1, let length = stretch.lengthOrCycle ?? milestones(stretch) else { return nil }
    let (steps, perEpoch) = (length.steps, Double(stretch.stepsPerEpoch))
    let count = Double(stretch.run.count)
    if stretch.interval == .step {
      let epochs = Double(stretch.run.epochs)
      // As long as the run in epochs, or nearly so, and over when the first of its steps are done.
      guard steps >= epochs / 2, steps <= epochs, count >= 2 * steps else { return nil }
      return Finding(
        rule: .units,
        message: "“\(length.name)” counts steps here, and \(number(steps)) of them are over after "
          + "\(Significant.text(steps / perEpoch)) of \(number(epochs)) epochs",
        fix: "if epochs are meant, write \(number(steps * perEpoch)), or step it per epoch: \"interval\": \"epoch\"",
        range: length.range)
    }
    guard steps > count, steps >= count * perEpoch / 2, steps <= 2 * count * perEpoch else { return nil }
    return Finding(
      rule: .units,
      message: "“\(length.name)” counts epochs here, and the run has \(number(count)) of the \(number(steps))",
      fix: "if steps are meant, say \"interval\": \"step\", or write \(number(steps / perEpoch)) epochs",
      range: length.range)
  }

  /// The last milestone, for schedules that have these and no length; the parts of a sequence speak for themselves.
  private static func milestones(_ stretch: LintStretch) -> (steps: Double, name: String, range: SourceRange)? {
    guard stretch.node.scheduler.parts(of: stretch.run).isEmpty, let list = MilestonesRule.milestones(of: stretch.node),
      let last = list.numbers.max(), last > 0
    else {
      return nil
    }
    return (last, list.name, list.range)
  }

  private static func number(_ value: Double) -> String { Shown.number(value) }
}
