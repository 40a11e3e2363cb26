import Text
import Schedules

/// A cosine, or anything else, that rises again when it is stepped beyond its end.
enum BounceRule {
  static func finding(_ stretch: LintStretch) -> Finding? {
    if let given = stretch.given(.length), given.value < 0 { return backward(stretch, given) }
    guard let length = stretch.length, length.steps >= 1, Double(stretch.run.count) > length.steps else { return nil }
    // A schedule with a next cycle is meant to rise again.
    guard !stretch.node.scheduler.phases.contains(where: { Double($0.start) >= length.steps }) else { return nil }
    let rates = stretch.rates(stretch.run.count)
    // What cannot be stepped so far is an error of the run.
    guard rates.count >= min(stretch.run.count, LintStretch.mostValues),
      let end = Int(exactly: length.steps.rounded(.down)), end < rates.count
    else { return nil }
    let peak = rates[...end].max() ?? 0
    let troughs = troughs(in: rates, from: max(1, end))
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

  /// A length below 0, which some formulas take.
  private static func backward(_ stretch: LintStretch, _ given: LintStretch.Given) -> Finding {
    let troughs = troughs(in: stretch.rates(stretch.run.count), from: 1)
    let times = troughs == 1 ? "once" : "\(troughs) times"
    return Finding(
      rule: .bounce,
      message: "“\(given.name)” is \(Shown.number(given.value)), below 0 \(stretch.unit)"
        + (troughs > 0 ? ": the rate climbs back \(times)" : ""),
      hint: "“\(given.name)”: \(stretch.run.count)", range: given.range, owner: stretch.node.range,
      repairs: [Repair(owner: .node(stretch.node.range), key: given.name, value: Double(stretch.run.count))])
  }

  /// How often the rate rises after it has fallen: a factor that is taken back is no wave.
  private static func troughs(in rates: [Double], from start: Int) -> Int {
    rates.indices.dropFirst(max(2, start)).count { rates[$0] > rates[$0 - 1] && rates[$0 - 1] < rates[$0 - 2] }
  }
}
