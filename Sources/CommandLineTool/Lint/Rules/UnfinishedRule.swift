import Text
import Schedules

/// A schedule that is longer than the run: a one-cycle traversed in part, a cosine that never reaches its lowest rate.
enum UnfinishedRule {
  static func finding(_ part: LintedPart) -> Finding? {
    guard let length = part.lengthOrCycle, length.steps > Double(part.run.count),
      part.node.scheduler.parts(of: part.run).isEmpty
    else { return nil }
    let whole = part.rates(Int(exactly: length.steps.rounded(.down)) ?? .max)
    guard part.run.count <= whole.count, let end = whole.last, let peak = whole.map(abs).max(), peak > 0 else {
      return nil
    }
    let last = whole[part.run.count - 1]
    guard abs(last - end) > 1e-9 * peak else { return nil }
    // One step more than the run has is the library's way of counting, where the file has the run's length or what a
    // warm-up around it leaves.
    let isOneMore = length.steps - Double(part.run.count) <= 1
    if isOneMore, part.isOnlyPart || length.given.value == Double(part.run.count) { return nil }
    // What comes right after its last step is what it goes for, if that lies beyond it.
    let after = part.rates(whole.count + 1).dropFirst(whole.count).first ?? end
    let goal = (after - end) * (end - last) > 0 ? after : end
    let percentage = Significant.text(100 * Double(part.run.count) / length.steps)
    return Finding(
      rule: .unfinished,
      message: "\(part.words(for: length)), but it is stepped for \(part.run.count) "
        + "\(part.unit), \(percentage) % of that: it ends at \(Significant.text(last)) and never reaches "
        + Significant.text(abs(goal) < 1e-12 * peak ? 0 : goal),
      hint: "a “\(length.given.name)” that ends with the run, or a longer run", range: length.given.range,
      owner: part.node.range, repairs: part.repairs(toward: Double(part.run.count)))
  }
}
