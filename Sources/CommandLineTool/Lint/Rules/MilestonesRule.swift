import Diagnostics
import JSON
import Schedules

/// Milestones that the run never gets to, and drops or restarts that never come.
enum MilestonesRule {
  private static let names = ["milestones", "decay_t", "boundaries", "boundaries_and_scales", "steps", "stepvalue"]
  private static let periods = ["step_size", "decay_t", "step"]

  static func finding(_ stretch: LintStretch) -> Finding? {
    let count = Double(stretch.run.count)
    if let list = milestones(of: stretch.node) {
      let late = list.numbers.filter { $0 >= count }
      guard let first = late.min() else { return nil }
      let which = late.count == list.numbers.count ? "all of them" : "\(late.count) of \(list.numbers.count)"
      return Finding(
        rule: .milestones,
        message:
          "“\(list.name)” has \(Shown.number(first)), but the run ends after \(stretch.run.count) \(stretch.unit): "
          + "\(which) never come",
        fix: "milestones below \(stretch.run.count), or a longer run", range: list.range)
    }
    for name in periods {
      guard let member = stretch.node.member(name), case .number(let number) = member.value.content,
        number.value >= count, stretch.node.scheduler.motion == .jumps
      else { continue }
      return Finding(
        rule: .milestones,
        message:
          "the first drop would come after \(Shown.number(number.value)) \(stretch.unit), and the run ends after "
          + "\(stretch.run.count): the rate never changes",
        fix: "a “\(member.key)” below \(stretch.run.count)", range: member.value.range)
    }
    return nil
  }

  /// The steps at which a scheduler says that something happens.
  static func milestones(of node: Node) -> (name: String, numbers: [Double], range: SourceRange)? {
    for name in names {
      guard let member = node.member(name) else { continue }
      switch member.value.content {
      case .array(let elements):
        let numbers = elements.compactMap { if case .number(let number) = $0.content { number.value } else { nil } }
        return numbers.isEmpty ? nil : (member.key, numbers, member.value.range)
      case .object(let members):
        let numbers = members.compactMap { Double($0.key) }
        return numbers.isEmpty ? nil : (member.key, numbers, member.value.range)
      default: continue
      }
    }
    return nil
  }
}
