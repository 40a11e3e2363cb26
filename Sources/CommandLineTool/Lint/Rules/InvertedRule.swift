import Schedules
import Text

/// A floor above the base rate, a factor that lets the rate grow, a warm-up that falls, or cycles that sink below their
/// floor.
enum InvertedRule {
  static func finding(_ part: LintedPart) -> Finding? {
    // Weight decay or a momentum is meant to grow as often as to fall.
    if part.isOfQuantity { return nil }
    if !part.node.scheduler.parts(of: part.run).isEmpty { return nil }
    let base = part.optimizer.groups.map(\.lr).max() ?? 0
    let high = part.given(.peak)?.value ?? max(base, part.written(.start)?.value ?? 0)
    if let floor = part.written(.floor), floor.value > high * (1 + 1e-9), high > 0 {
      return Finding(
        rule: .inverted,
        message:
          "“\(floor.name)” is \(Significant.text(floor.value)), above the rate of \(Significant.text(high)) that it "
          + "is the floor of: the rate "
          + (part.node.scheduler.watchesMetric ? "is never reduced" : "climbs where it should fall"),
        hint: "a “\(floor.name)” of at most \(Significant.text(high))", range: floor.range, owner: part.node.range)
    }
    if part.node.scheduler.watchesMetric { return nil }
    if let factor = part.written(.factor), factor.value > 1, let first = part.rates.first,
      let last = part.rates.last, last > first, last.isFinite,
      // What cannot be stepped so far is an error of the run.
      part.rates.count >= min(part.run.count, LintedPart.mostValues)
    {
      return Finding(
        rule: .inverted,
        message: "“\(factor.name)” is \(Significant.text(factor.value)), above 1: the rate grows from "
          + "\(Significant.text(first)) to \(Significant.text(last)) where it should fall",
        hint: "a “\(factor.name)” below 1", range: factor.range, owner: part.node.range)
    }
    if let start = part.written(.start), let warmup = part.given(.warmup), warmup.value > 0,
      let first = part.rates.first,
      let end = part.rates.dropFirst(Int(exactly: warmup.value.rounded()) ?? 0).first,
      first > end, start.value > (part.given(.peak)?.value ?? base)
    {
      return Finding(
        rule: .inverted,
        message: "the warm-up falls, from \(Significant.text(first)) to \(Significant.text(end)) after "
          + "\(Shown.number(warmup.value)) \(part.unit)",
        hint: "a “\(start.name)” below \(Significant.text(end))", range: start.range, owner: part.node.range)
    }
    guard let floor = part.written(.floor), floor.value > 0, part.given(.cycles) != nil,
      let row = part.rates.indices.dropFirst().first(where: {
        part.rates[$0] < floor.value * (1 - 1e-9) && part.rates[$0 - 1] >= floor.value
      })
    else { return nil }
    return Finding(
      rule: .inverted,
      message: "the peaks of the cycles sink below “\(floor.name)”, \(Significant.text(floor.value)): the rate is "
        + "\(Significant.text(part.rates[row])) at \(part.interval == .step ? "step" : "epoch") \(row)",
      hint: "fewer cycles, or a lower “\(floor.name)”", range: floor.range, owner: part.node.range)
  }
}
