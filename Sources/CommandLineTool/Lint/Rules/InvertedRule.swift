import Schedules
import Text

/// A floor above the base rate, a factor that lets the rate grow, a warm-up that falls, or cycles that sink below their
/// floor.
enum InvertedRule {
  static func finding(_ stretch: LintStretch) -> Finding? {
    // Weight decay or a momentum is meant to grow as often as to fall.
    if stretch.isOfQuantity { return nil }
    if !stretch.node.scheduler.parts(of: stretch.run).isEmpty { return nil }
    let base = stretch.optimizer.groups.map(\.lr).max() ?? 0
    let high = stretch.given(.peak)?.value ?? max(base, stretch.written(.start)?.value ?? 0)
    if let floor = stretch.written(.floor), floor.value > high * (1 + 1e-9), high > 0 {
      return Finding(
        rule: .inverted,
        message:
          "“\(floor.name)” is \(Significant.text(floor.value)), above the rate of \(Significant.text(high)) that it "
          + "is the floor of: the rate "
          + (stretch.node.scheduler.watchesMetric ? "is never reduced" : "climbs where it should fall"),
        hint: "a “\(floor.name)” of at most \(Significant.text(high))", range: floor.range, owner: stretch.node.range)
    }
    if stretch.node.scheduler.watchesMetric { return nil }
    if let factor = stretch.written(.factor), factor.value > 1, let first = stretch.rates.first,
      let last = stretch.rates.last, last > first, last.isFinite,
      // What cannot be stepped so far is an error of the run.
      stretch.rates.count >= min(stretch.run.count, LintStretch.mostValues)
    {
      return Finding(
        rule: .inverted,
        message: "“\(factor.name)” is \(Significant.text(factor.value)), above 1: the rate grows from "
          + "\(Significant.text(first)) to \(Significant.text(last)) where it should fall",
        hint: "a “\(factor.name)” below 1", range: factor.range, owner: stretch.node.range)
    }
    if let start = stretch.written(.start), let warmup = stretch.given(.warmup), warmup.value > 0,
      let first = stretch.rates.first,
      let end = stretch.rates.dropFirst(Int(exactly: warmup.value.rounded()) ?? 0).first,
      first > end, start.value > (stretch.given(.peak)?.value ?? base)
    {
      return Finding(
        rule: .inverted,
        message: "the warm-up falls, from \(Significant.text(first)) to \(Significant.text(end)) after "
          + "\(Shown.number(warmup.value)) \(stretch.unit)",
        hint: "a “\(start.name)” below \(Significant.text(end))", range: start.range, owner: stretch.node.range)
    }
    guard let floor = stretch.written(.floor), floor.value > 0, stretch.given(.cycles) != nil,
      let row = stretch.rates.indices.dropFirst().first(where: {
        stretch.rates[$0] < floor.value * (1 - 1e-9) && stretch.rates[$0 - 1] >= floor.value
      })
    else { return nil }
    return Finding(
      rule: .inverted,
      message: "the peaks of the cycles sink below “\(floor.name)”, \(Significant.text(floor.value)): the rate is "
        + "\(Significant.text(stretch.rates[row])) at \(stretch.interval == .step ? "step" : "epoch") \(row)",
      hint: "fewer cycles, or a lower “\(floor.name)”", range: floor.range, owner: stretch.node.range)
  }
}
