import Diagnostics
import JSON
import Schedules
import Text

/// Numbers of epochs for a scheduler that is stepped every step, and numbers of steps for one stepped every epoch.
enum UnitsRule {
  static func finding(_ part: LintedPart) -> Finding? {
    guard part.stepsPerEpoch > 1 else { return nil }
    if part.isSequence { return ofSequence(part) }
    guard let number = number(part) else { return nil }
    let (steps, perEpoch) = (number.steps, Double(part.stepsPerEpoch))
    let count = Double(part.run.count)
    if part.interval == .step {
      let epochs = Double(part.run.epochs)
      // It is over when the first of its steps are done.
      guard steps > 1, steps <= epochs, count >= 2 * steps else { return nil }
      return Finding(
        rule: .units,
        message: "“\(number.name)” counts steps here, and \(Shown.number(steps)) of them are over after "
          + "\(Significant.text(steps / perEpoch)) of \(Shown.number(epochs)) epochs",
        hint:
          "if epochs are meant, write \(Shown.number(steps * perEpoch)), or step it per epoch, by the interval “epoch”",
        range: number.range, owner: part.node.range, repairs: repairs(steps * perEpoch, number, part))
    }
    // A length is about that of the run; a period or a milestone may be any part of it.
    let (least, most) = number.isLength ? (count / 2, 2 * count) : (1, count)
    guard steps > count, steps >= least * perEpoch, steps <= most * perEpoch else { return nil }
    return inSteps(
      number, of: part, ", or write \(Shown.number(steps / perEpoch)) epochs",
      repairs: repairs(steps / perEpoch, number, part))
  }

  /// A sequence whose first part would last for the whole run, and whose last begins within it if it is in steps.
  private static func ofSequence(_ part: LintedPart) -> Finding? {
    let (count, perEpoch) = (Double(part.run.count), Double(part.stepsPerEpoch))
    guard part.interval == .epoch, let list = MilestonesRule.milestones(of: part), let first = list.numbers.min(),
      let last = list.numbers.max(), first >= count, last < count * perEpoch
    else { return nil }
    return inSteps((last, list.name, list.range, nil, false), of: part, "", repairs: [])
  }

  private static func inSteps(
    _ number: Numbers, of part: LintedPart, _ instead: String, repairs: [Repair]
  ) -> Finding {
    Finding(
      rule: .units,
      message: "“\(number.name)” counts epochs here, and the run has \(part.run.count) of the "
        + Shown.number(number.steps),
      hint: "if steps are meant, set the interval “step”\(instead)", range: number.range, owner: part.node.range,
      repairs: repairs)
  }

  private typealias Numbers = (
    steps: Double, name: String, range: SourceRange, given: LintedPart.GivenNumber?, isLength: Bool
  )

  /// The length, the first cycle, the period, or the last milestone; the parts of a sequence speak for themselves.
  private static func number(_ part: LintedPart) -> Numbers? {
    if let length = part.lengthOrCycle {
      return (length.steps, length.given.name, length.given.range, length.given, true)
    }
    guard part.node.scheduler.parts(of: part.run).isEmpty else { return nil }
    if let period = part.written(.period), part.node.scheduler.motion == .jumps {
      return (period.value, period.name, period.range, period, false)
    }
    guard let list = MilestonesRule.milestones(of: part), let last = list.numbers.max(), last > 0 else { return nil }
    return (last, list.name, list.range, nil, false)
  }

  private static func repairs(_ steps: Double, _ number: Numbers, _ part: LintedPart) -> [Repair] {
    guard let given = number.given, given.isWritten, steps == steps.rounded() else { return [] }
    return [Repair(owner: .node(part.node.range), key: given.name, value: steps)]
      + part.repairs(toward: Double(part.run.count))
  }
}
