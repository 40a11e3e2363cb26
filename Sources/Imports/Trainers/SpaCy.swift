import Diagnostics
import Schedules
import JSON
import Text

/// spaCy's config.cfg: the `learn_rate` of the optimizer in `[training]`.
///
/// Source: thinc.schedules, 9.1.
extension Conversion {
  mutating func spacy(_ table: Table) throws(Diagnostic) -> Draft {
    guard let training = try table.table("training") else {
      throw Diagnostic(.import, "there is no [training] in the file", at: table.range.part(0, 1))
    }
    let optimizer = try training.table("optimizer") ?? Table([], at: training.range)
    let rate = try optimizer.entry("learn_rate")
    guard let rate, case .table = rate.value.content else {
      throw Diagnostic(
        .import, "the rate is constant: there is no schedule in [training.optimizer.learn_rate]",
        at: rate?.range ?? optimizer.range)
    }
    let sched = try Table(rate.value, name: "learn_rate")
    guard let entry = try sched.entry("@schedules"), case .text(let name) = entry.value.content else {
      throw Diagnostic(.import, "[training.optimizer.learn_rate] has no “@schedules”", at: rate.range)
    }
    guard let steps = try given(settings.steps, training.count("max_steps")), steps > 0 else {
      throw Diagnostic(
        .import, "max_steps is 0 or missing, so the run has no length in updates",
        at: training.found("max_steps")?.value.range ?? training.range, hint: "give --steps")
    }
    func number(_ key: String) throws(Diagnostic) -> Double {
      guard let number = try sched.number(key) else {
        throw Diagnostic(.import, "\(name) needs “\(key)”", at: entry.value.range)
      }
      return number
    }
    let (base, node) = try spacySchedule(name, sched, entry, number)
    return Draft(
      type: self.optimizer(try optimizer.text("@optimizers").map { $0.withoutVersion }, standard: "Adam"),
      rate: .number(base), scheduler: node, length: .updates(steps, perEpoch: settings.stepsPerEpoch))
  }

  private func spacySchedule(
    _ name: String, _ sched: Table, _ entry: Entry, _ number: (String) throws(Diagnostic) -> Double
  ) throws(Diagnostic) -> (base: Double, node: Value) {
    func shown(_ key: String) throws(Diagnostic) -> String { Shown.number(try number(key)) }
    let place = entry.value.range
    switch name.withoutVersion {
    case "warmup_linear":
      let node = Draft.node(
        "transformers.linear", at: place,
        [
          ("num_warmup_steps", try sched.entry("warmup_steps")?.value.value()),
          ("num_training_steps", try sched.entry("total_steps")?.value.value()),
        ])
      return (try number("initial_rate"), node)
    case "constant": return (try number("rate"), Draft.expression("1"))
    case "constant_then":
      throw Diagnostic(.import, "constant_then with a schedule inside is not understood", at: place)
    case "decaying":
      let start = Shown.number(try sched.number("t") ?? 0)
      return (try number("base_rate"), Draft.expression("1 / (1 + \(try shown("decay")) * (step + \(start)))"))
    case "compounding":
      let (first, last) = (try number("start"), try number("stop"))
      guard first != 0 else { throw Diagnostic(.import, "“start” must not be 0", at: place) }
      let bound = first > last ? "max" : "min"
      let stop = Shown.number(last / first)
      let start = Shown.number(try sched.number("t") ?? 0)
      return (first, Draft.expression("\(bound)(\(try shown("compound")) ** (step + \(start)), \(stop))"))
    case "slanted_triangular":
      let steps = try number("num_steps")
      let (part, ratio) = (try sched.number("cut_frac") ?? 0.1, try sched.number("ratio") ?? 32)
      let cut = Shown.number((steps * part).rounded(.towardZero))
      let left = "(\(cut) * (1 / \(Shown.number(part)) - 1))"
      let p = "((step + 1) / \(cut) if step + 1 < \(cut) else 1 - (step + 1 - \(cut)) / \(left))"
      return (
        try number("max_rate"),
        Draft.expression("(1 + \(p) * (\(Shown.number(ratio)) - 1)) * (1 / \(Shown.number(ratio)))")
      )
    case "cyclic_triangular":
      let (low, high) = (try number("min_lr"), try number("max_lr"))
      guard high != 0 else { throw Diagnostic(.import, "“max_lr” must not be 0", at: place) }
      let (period, least) = (try shown("period"), Shown.number(low / high))
      let x = "abs((step + 1) / \(period) - 2 * floor(1 + (step + 1) / (2 * \(period))) + 1)"
      return (high, Draft.expression("\(least) + (1 - \(least)) * max(0, 1 - \(x))"))
    default:
      throw Diagnostic(
        .import, "the schedule “\(name)” is not understood", at: place,
        hint: Diagnostic.suggestion(
          Nearest.match(
            for: name.withoutVersion,
            among: ["warmup_linear", "constant", "decaying", "compounding", "slanted_triangular", "cyclic_triangular"]))
      )
    }
  }
}

extension String {
  /// The name without `.v1` after it.
  fileprivate var withoutVersion: String {
    utf8.lastIndex(of: UInt8(ascii: ".")).map { String(self[..<$0]) } ?? self
  }
}
