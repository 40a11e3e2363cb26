import Text
import Schedules

/// A cosine, or anything else, that rises again when it is stepped beyond its end.
enum BounceRule {
  static func finding(_ stretch: LintStretch) -> Finding? {
    guard let length = stretch.length, length.steps >= 1, Double(stretch.run.count) > length.steps else { return nil }
    // A schedule with a next cycle is meant to rise again.
    guard !stretch.node.scheduler.phases.contains(where: { Double($0.start) >= length.steps }) else { return nil }
    let rates = stretch.rates(stretch.run.count)
    // What cannot be stepped so far is an error of the run.
    guard rates.count >= min(stretch.run.count, LintStretch.mostValues),
      let end = Int(exactly: length.steps.rounded(.down)), end < rates.count
    else { return nil }
    let peak = rates[...end].max() ?? 0
    var troughs = 0
    var row = max(1, end)
    while row < rates.count {
      // It must have fallen, not stood still: a factor that is taken back is no wave.
      if row >= 2, rates[row] > rates[row - 1], rates[row - 1] < rates[row - 2] { troughs += 1 }
      row += 1
    }
    guard troughs > 0, peak > 0, let last = rates.last else { return nil }
    let times = troughs == 1 ? "once" : "\(troughs) times"
    return Finding(
      rule: .bounce,
      message:
        "\(stretch.words(for: length)), but it is stepped for \(stretch.run.count) \(stretch.unit): the rate climbs "
        + "back \(times), and ends at \(Significant.text(100 * last / peak)) % of its peak",
      hint: "“\(length.given.name)”: \(stretch.run.count)", range: length.given.range, owner: stretch.node.range,
      repairs: stretch.repairs(toward: Double(stretch.run.count)))
  }
}
