import Schedules
import Text

/// A schedule that is over before the run: what is left is made at 0, or at the last rate.
enum EarlyEndRule {
  /// A last rate above 0 may be held for less than this part of the run.
  private static let longestHold = 0.05

  static func finding(_ part: LintedPart) -> Finding? {
    let rates = part.rates
    guard rates.count == part.run.count, part.node.scheduler.parts(of: part.run).isEmpty,
      let end = rates.last, let change = rates.indices.dropFirst().last(where: { rates[$0] != rates[$0 - 1] }),
      rates[change] < rates[change - 1]
    else { return nil }
    let held = rates.count - change
    let length = part.length
    if end == 0 {
      guard held > 2 else { return nil }
    } else {
      // Steps, milestones and released factors are meant to hold, and what is as long as the run ends as it says.
      guard part.node.scheduler.motion == .moves, let length, length.steps < Double(part.run.count),
        held > 2, Double(held) >= longestHold * Double(rates.count)
      else { return nil }
    }
    let cause = length.map { "\(part.words(for: $0)), but " } ?? ""
    let consequence =
      end == 0 ? "are made at 0 and change nothing" : "are made at \(Significant.text(end)), its last rate"
    return Finding(
      rule: .earlyEnd,
      message: "\(cause)it is stepped for \(rates.count) \(part.unit): the last \(held) \(consequence)",
      hint: length == nil
        ? "make it reach its last rate at the end of the run" : "a length of \(rates.count), or a shorter run",
      range: length?.given.range ?? part.node.range, owner: part.node.range,
      repairs: part.repairs(toward: Double(part.run.count)))
  }
}
