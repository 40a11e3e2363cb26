import Text
import Schedules

/// A cosine, or anything else, that rises again when it is stepped beyond its end.
enum BounceRule {
  static func finding(_ part: LintedPart) -> Finding? {
    if let given = part.given(.length), given.value < 0 { return backward(part, given) }
    guard let length = part.length, length.steps >= 1, Double(part.run.count) > length.steps else { return nil }
    // A schedule with a next cycle is meant to rise again.
    guard !part.node.scheduler.phases.contains(where: { Double($0.start) >= length.steps }) else { return nil }
    let rates = part.rates(part.run.count)
    // What cannot be stepped so far is an error of the run.
    guard rates.count >= min(part.run.count, LintedPart.mostValues),
      let end = Int(exactly: length.steps.rounded(.down)), end < rates.count
    else { return nil }
    let peak = rates[...end].max() ?? 0
    let troughs = troughs(in: rates, from: max(1, end))
    guard troughs > 0, peak > 0, let last = rates.last else { return nil }
    let times = troughs == 1 ? "once" : "\(troughs) times"
    return Finding(
      rule: .bounce,
      message:
        "\(part.words(for: length)), but it is stepped for \(part.run.count) \(part.unit): the rate climbs "
        + "back \(times), and ends at \(Significant.text(100 * last / peak)) % of its peak",
      hint: "“\(length.given.name)”: \(part.run.count)", range: length.given.range, owner: part.node.range,
      repairs: part.repairs(toward: Double(part.run.count)))
  }

  /// A length below 0, which some formulas take.
  private static func backward(_ part: LintedPart, _ given: LintedPart.GivenNumber) -> Finding {
    let troughs = troughs(in: part.rates(part.run.count), from: 1)
    let times = troughs == 1 ? "once" : "\(troughs) times"
    return Finding(
      rule: .bounce,
      message: "“\(given.name)” is \(Shown.number(given.value)), below 0 \(part.unit)"
        + (troughs > 0 ? ": the rate climbs back \(times)" : ""),
      hint: "“\(given.name)”: \(part.run.count)", range: given.range, owner: part.node.range,
      repairs: [Repair(owner: .node(part.node.range), key: given.name, value: Double(part.run.count))])
  }

  /// How often the rate rises after it has fallen: a factor that is taken back is not a wave.
  private static func troughs(in rates: [Double], from start: Int) -> Int {
    rates.indices.dropFirst(max(2, start)).count { rates[$0] > rates[$0 - 1] && rates[$0 - 1] < rates[$0 - 2] }
  }
}
