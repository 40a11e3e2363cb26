import Diagnostics
import Schedules
import Text

/// A warm-up that is still going on when the run, or its part of it, ends.
enum WarmupRule {
  static func finding(_ part: LintedPart) -> Finding? {
    // A step may add more than one to what is counted: Megatron's samples.
    let increment = part.written(.increment)?.value ?? 1
    if let warmup = part.written(.warmup), warmup.value > 1,
      warmup.value >= Double(part.run.count) * increment, part.node.scheduler.parts(of: part.run).isEmpty,
      // Where a batch says how many samples an update sees, the scheduler itself knows which one ends the warm-up.
      !part.node.scheduler.phases.dropFirst().contains(where: { $0.start < part.run.count })
    {
      return finding(warmup, warmup.value, part, reached: nil)
    }
    // A schedule that does nothing but rise is a warm-up, whatever it is called.
    guard let length = part.lengthOrCycle, length.steps > Double(part.run.count) else { return nil }
    let whole = part.rates(Int(exactly: length.steps.rounded(.up)).map { $0 + 1 } ?? .max)
    guard part.run.count < whole.count, let first = whole.first, let end = whole.last, end > first,
      zip(whole, whole.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    // What is held all along is not a warm-up.
    if part.rates.allSatisfy({ $0 == first }) { return nil }
    return finding(length.given, length.steps, part, reached: 100 * whole[part.run.count - 1] / end)
  }

  private static func finding(
    _ given: LintedPart.GivenNumber, _ steps: Double, _ part: LintedPart, reached: Double?
  ) -> Finding {
    let words = reached.map { ", at \(Significant.text($0)) % of what it climbs to" } ?? ", before the peak"
    let counted = ["samples", "tokens"].first { given.name.folded.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }
    return Finding(
      rule: .warmup,
      message: counted.map {
        "the warm-up takes \(Shown.number(steps)) \($0), but is cut off after \(part.run.count) \(part.unit)\(words)"
      }
        ?? "the warm-up takes \(Shown.number(steps)) \(part.unit), but is cut off after \(part.run.count)\(words)",
      hint: counted == nil
        ? "a “\(given.name)” of at most \(part.run.count), or a longer run" : "a shorter warm-up, or a longer run",
      range: given.range,
      owner: part.node.range, repairs: reached == nil ? [] : part.repairs(toward: Double(part.run.count)))
  }
}
