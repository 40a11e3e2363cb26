import Diagnostics
import JSON
import Schedules

/// Milestones that the run never gets to, and drops or restarts that never come.
enum MilestonesRule {
  static func finding(_ part: LintedPart) -> Finding? {
    let count = Double(part.run.count)
    if let list = milestones(of: part) {
      // What moves from one milestone to the next has its last at the end of the run.
      let moves = part.node.scheduler.motion == .moves
      let late = list.numbers.filter { moves ? $0 > count : $0 >= count }
      guard let first = late.min() else { return nil }
      let which = late.count == list.numbers.count ? "all of them" : "\(late.count) of \(list.numbers.count)"
      return Finding(
        rule: .milestones,
        message:
          "“\(list.name)” has \(Shown.number(first)), but the run ends after \(part.run.count) \(part.unit): "
          + "\(which) never come",
        hint: "milestones below \(part.run.count), or a longer run", range: list.range, owner: part.node.range)
    }
    guard let period = part.given(.period), period.value >= count, part.node.scheduler.motion == .jumps else {
      return nil
    }
    return Finding(
      rule: .milestones,
      message:
        "the first drop would come after \(Shown.number(period.value)) \(part.unit), and the run ends after "
        + "\(part.run.count): the rate never changes",
      hint: "a “\(period.name)” below \(part.run.count)", range: period.range, owner: part.node.range)
  }

  /// The steps at which a scheduler says that something happens.
  static func milestones(of part: LintedPart) -> (name: String, numbers: [Double], range: SourceRange)? {
    for parameter in part.parameters where parameter.role == .milestones {
      guard let member = part.node.member(parameter.name) else { continue }
      let numbers: [Double]
      switch member.value.content {
      case .array(let elements):
        numbers = elements.compactMap { if case .number(let number) = $0.content { number.value } else { nil } }
      case .object(let members): numbers = members.compactMap { Double($0.key) }
      default: continue
      }
      return numbers.isEmpty ? nil : (member.key, numbers, member.value.range)
    }
    return nil
  }
}
