import Diagnostics
import Schedules
import Text

/// A warm-up that is still going on when the run, or its part of it, ends.
enum WarmupRule {
  static func finding(_ stretch: LintStretch) -> Finding? {
    // A step may add more than one to what is counted: Megatron's samples.
    let increment = stretch.written(.increment)?.value ?? 1
    if let warmup = stretch.written(.warmup), warmup.value > 1,
      warmup.value >= Double(stretch.run.count) * increment, stretch.node.scheduler.parts(of: stretch.run).isEmpty,
      // Where a batch says how many samples an update sees, the scheduler itself knows which one ends the warm-up.
      !stretch.node.scheduler.phases.dropFirst().contains(where: { $0.start < stretch.run.count })
    {
      return finding(warmup, warmup.value, stretch, reached: nil)
    }
    // A schedule that does nothing but rise is a warm-up, whatever it is called.
    guard let length = stretch.lengthOrCycle, length.steps > Double(stretch.run.count) else { return nil }
    let whole = stretch.rates(Int(exactly: length.steps.rounded(.up)).map { $0 + 1 } ?? .max)
    guard stretch.run.count < whole.count, let first = whole.first, let end = whole.last, end > first,
      zip(whole, whole.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    // What is held all along is no warm-up.
    if stretch.rates.allSatisfy({ $0 == first }) { return nil }
    return finding(length.given, length.steps, stretch, reached: 100 * whole[stretch.run.count - 1] / end)
  }

  private static func finding(
    _ given: LintStretch.Given, _ steps: Double, _ stretch: LintStretch, reached: Double?
  ) -> Finding {
    let words = reached.map { ", at \(Significant.text($0)) % of what it climbs to" } ?? ", before the peak"
    let counted = ["samples", "tokens"].first { given.name.folded.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }
    return Finding(
      rule: .warmup,
      message: counted.map {
        "the warm-up takes \(Shown.number(steps)) \($0), but is cut off after \(stretch.run.count) \(stretch.unit)\(words)"
      }
        ?? "the warm-up takes \(Shown.number(steps)) \(stretch.unit), but is cut off after \(stretch.run.count)\(words)",
      hint: counted == nil
        ? "a “\(given.name)” of at most \(stretch.run.count), or a longer run" : "a shorter warm-up, or a longer run",
      range: given.range,
      owner: stretch.node.range, repairs: reached == nil ? [] : stretch.repairs(toward: Double(stretch.run.count)))
  }
}
