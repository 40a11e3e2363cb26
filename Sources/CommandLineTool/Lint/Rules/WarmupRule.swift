import Text
import Diagnostics
import JSON
import Schedules

/// A warm-up that is still going on when the run, or its part of it, ends.
enum WarmupRule {
  private static let names = [
    "num_warmup_steps", "warmup_steps", "warmup_t", "warmup_iters", "warmup_num_steps", "warmup_updates",
    "lr_warmup_steps", "warmup_epochs", "warmup_length", "total_epoch",
  ]

  static func finding(_ stretch: LintStretch) -> Finding? {
    for name in names {
      guard let member = stretch.node.member(name), case .number(let number) = member.value.content,
        number.value >= Double(stretch.run.count) * increment(of: stretch.node), number.value > 1
      else { continue }
      return finding(member.key, number.value, at: member.value.range, stretch, reached: nil)
    }
    // A schedule that does nothing but rise is a warm-up, whatever it is called.
    guard let length = stretch.lengthOrCycle, length.steps > Double(stretch.run.count) else { return nil }
    let whole = stretch.rates(Int(exactly: length.steps.rounded(.up)).map { $0 + 1 } ?? .max)
    guard stretch.run.count < whole.count, let first = whole.first, let end = whole.last, end > first,
      zip(whole, whole.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    return finding(
      length.name, length.steps, at: length.range, stretch, reached: 100 * whole[stretch.run.count - 1] / end)
  }

  /// What a step adds to the count of a scheduler that counts something else: Megatron's samples.
  private static func increment(of node: Node) -> Double {
    guard case .number(let number)? = node.member("increment")?.value.content else { return 1 }
    return number.value
  }

  private static func finding(
    _ name: String, _ steps: Double, at range: SourceRange, _ stretch: LintStretch, reached: Double?
  ) -> Finding {
    let reached = reached.map { ", at \(Significant.text($0)) % of what it climbs to" } ?? ", before the peak"
    return Finding(
      rule: .warmup,
      message: "the warm-up takes \(Shown.number(steps)) \(stretch.unit), but is cut off after \(stretch.run.count)"
        + reached,
      fix: "“\(name)”: at most \(stretch.run.count)", range: range)
  }
}
