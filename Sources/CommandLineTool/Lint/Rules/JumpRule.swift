import Diagnostics
import Schedules
import Text

/// A leap of the rate where two parts meet that is part of neither.
enum JumpRule {
  static func finding(_ part: LintedPart) -> Finding? {
    part.isSequence ? ofParts(part) : part.node.scheduler.motion == .unknown ? ofFunction(part) : nil
  }

  private static func ofParts(_ part: LintedPart) -> Finding? {
    let (rates, parts) = (part.rates, part.node.scheduler.parts(of: part.run))
    var row = 0
    for (before, after) in zip(parts, parts.dropFirst()) {
      row += before.run.count
      guard row > 1, row < rates.count else { continue }
      // What is held, or drops in steps, is meant to go on elsewhere.
      if before.node.scheduler.motion == .jumps || after.node.scheduler.watchesMetric { continue }
      let (from, to) = (rates[row - 1], rates[row])
      let own = abs(from - rates[row - 2])
      // A part that is one step long moves as far as its next step would.
      let next = row + 1 < rates.count ? abs(rates[row + 1] - to) : 0
      guard abs(to - from) > 0.5 * max(abs(from), abs(to)), abs(to - from) > 1.5 * max(own, next), before.run.count > 2
      else { continue }
      // A rise after a fall is a restart.
      if to > from, from < rates[row - 2] { continue }
      return finding(row, from, to, part, at: after.node.range, "\(before.node.name) and \(after.node.name) meet")
    }
    return nil
  }

  /// A function that changes a hundredfold from one step to the next, and hardly elsewhere near.
  private static func ofFunction(_ part: LintedPart) -> Finding? {
    let rates = part.rates
    for row in rates.indices.dropFirst(2) {
      let (from, to) = (rates[row - 1], rates[row])
      guard from > 0, to > 0, max(from / to, to / from) >= 100, abs(to - from) > 10 * abs(from - rates[row - 2]) else {
        continue
      }
      return finding(row, from, to, part, at: part.node.range, "the function leaps")
    }
    return nil
  }

  private static func finding(
    _ row: Int, _ from: Double, _ to: Double, _ part: LintedPart, at range: SourceRange, _ place: String
  ) -> Finding {
    let unit = part.interval == .step ? "step" : "epoch"
    return Finding(
      rule: .jump,
      message:
        "the rate jumps from \(Significant.text(from)) to \(Significant.text(to)) at \(unit) \(row), where \(place)",
      hint: "make the first end where the second starts", range: range, owner: part.node.range)
  }
}
