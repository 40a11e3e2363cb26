import Text
import Schedules

/// A schedule that is longer than the run: a one-cycle traversed in part, a cosine that never reaches its lowest rate.
enum UnfinishedRule {
  static func finding(_ stretch: LintStretch) -> Finding? {
    guard let length = stretch.lengthOrCycle, length.steps > Double(stretch.run.count),
      stretch.node.scheduler.parts(of: stretch.run).isEmpty
    else { return nil }
    let whole = stretch.rates(Int(exactly: length.steps.rounded(.down)) ?? .max)
    guard stretch.run.count <= whole.count, let end = whole.last, let peak = whole.map(abs).max(), peak > 0 else {
      return nil
    }
    let last = whole[stretch.run.count - 1]
    guard abs(last - end) > 1e-9 * peak else { return nil }
    // One step more than the run has is the library's way of counting, where the file has the run's length or what a
    // warm-up around it leaves.
    let isOneMore = length.steps - Double(stretch.run.count) <= 1
    if isOneMore, stretch.isOnlyPart || length.given.value == Double(stretch.run.count) { return nil }
    // What comes right after its last step is what it goes for, if that lies beyond it.
    let after = stretch.rates(whole.count + 1).dropFirst(whole.count).first ?? end
    let goal = (after - end) * (end - last) > 0 ? after : end
    let part = Significant.text(100 * Double(stretch.run.count) / length.steps)
    return Finding(
      rule: .unfinished,
      message: "\(stretch.words(for: length)), but it is stepped for \(stretch.run.count) "
        + "\(stretch.unit), \(part) % of that: it ends at \(Significant.text(last)) and never reaches "
        + Significant.text(abs(goal) < 1e-12 * peak ? 0 : goal),
      hint: "a “\(length.given.name)” that ends with the run, or a longer run", range: length.given.range,
      owner: stretch.node.range, repairs: stretch.repairs(toward: Double(stretch.run.count)))
  }
}
