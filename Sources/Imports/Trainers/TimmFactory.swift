import Diagnostics
import Schedules
import JSON
import Text

/// timm's `create_scheduler_v2`: arguments → scheduler and length.
struct TimmFactory {
  let table: Table
  let epochs: Int
  /// Updates of an epoch where the scheduler is stepped by the update, else 1.
  let scale: Int
  private(set) var notes: [String] = []
  /// Epochs of the run, with cycles, cooldown and a warm-up in front.
  private(set) var length: Int

  init(table: Table, epochs: Int, scale: Int) {
    self.table = table
    self.epochs = epochs
    self.scale = scale
    length = epochs
  }

  /// An argument; a missing one has the factory's default.
  private func number(_ key: String, _ standard: Double) throws(Diagnostic) -> Double {
    try table.number(key) ?? standard
  }

  private func scaled(_ value: Double) -> Double { value * Double(scale) }

  private func value(_ number: Double, _ key: String) -> Value {
    Value(
      .number(Number(number, isInteger: Int(exactly: number) != nil)),
      at: table.found(key)?.value.range ?? table.range.part(0, 1))
  }

  mutating func node(at place: SourceRange) throws(Diagnostic) -> Value {
    let entry = try table.entry("sched")
    var name = "cosine"
    if let entry, case .text(let text) = entry.value.content { name = text }
    let spot = entry?.value.range ?? place
    let common = try common()
    switch name {
    case "cosine":
      return try cyclic(
        "CosineLRScheduler", common, [("k_decay", value(number("lr_k_decay", 1), "lr_k_decay"))], at: spot)
    case "tanh": return try cyclic("TanhLRScheduler", common, [], at: spot)
    case "poly":
      return try cyclic(
        "PolyLRScheduler", common,
        [
          ("power", value(number("decay_rate", 0.1), "decay_rate")),
          ("k_decay", value(number("lr_k_decay", 1), "lr_k_decay")),
        ], at: spot)
    case "step":
      try addWarmup()
      let every = scaled(try number("decay_epochs", 30))
      return node(
        "StepLRScheduler", common,
        [
          ("decay_t", value(every, "decay_epochs")), ("decay_rate", value(try number("decay_rate", 0.1), "decay_rate")),
        ],
        at: spot)
    case "constant":
      try addWarmup()
      return node("StepLRScheduler", common, [("decay_t", 1), ("decay_rate", .number(1))], at: spot)
    case "multistep":
      try addWarmup()
      let milestones = try table.numbers("decay_milestones") ?? [30, 60]
      let moved = milestones.map { milestone in
        if case .number(let number) = milestone.content {
          value(scaled(number.value), "decay_milestones")
        } else {
          milestone
        }
      }
      return node(
        "MultiStepLRScheduler", common,
        [
          ("decay_t", Value(.array(moved), at: spot)),
          ("decay_rate", value(try number("decay_rate", 0.1), "decay_rate")),
        ],
        at: spot)
    case "wsd", "rsqrt": return try stable(name, common, at: spot)
    case "plateau":
      throw Diagnostic(
        .import, "timm’s plateau watches a metric, and a configuration holds none", at: spot,
        hint: "write a schedule file with “metric”")
    case "none": throw Diagnostic(.import, "with “sched: none” there is no schedule", at: spot)
    default:
      throw Diagnostic(
        .import, "timm has no schedule “\(name)”", at: spot,
        hint: Diagnostic.suggestion(
          Nearest.match(
            for: name, among: ["cosine", "tanh", "poly", "step", "multistep", "wsd", "rsqrt", "constant", "plateau"])))
    }
  }

  private func node(
    _ kind: String, _ common: [(String, Value?)], _ own: [(String, Value?)], at place: SourceRange
  ) -> Value {
    let steps: [(String, Value?)] = scale > 1 ? [("interval", "step"), ("t_in_epochs", false)] : []
    return Draft.node("timm.\(kind)", at: place, steps + own + common)
  }

  /// Warm-up and noise.
  private mutating func common() throws(Diagnostic) -> [(String, Value?)] {
    let warmup = try number("warmup_epochs", 5)
    if !table.has("warmup_epochs") { notes.append("warmup_epochs is not given: 5") }
    var all: [(String, Value?)] = [
      ("warmup_t", value(scaled(warmup), "warmup_epochs")),
      ("warmup_lr_init", value(try number("warmup_lr", 1e-5), "warmup_lr")),
    ]
    // The factory always says so; of the classes themselves some have another default.
    all.append(("warmup_prefix", Value(.bool(try table.flag("warmup_prefix") == true))))
    guard let noise = try table.numbers("lr_noise"), !noise.isEmpty else { return all }
    let parts = noise.map { part in
      if case .number(let number) = part.content { Value.number(number.value * scaled(Double(epochs))) } else { part }
    }
    all.append(("noise_range_t", parts.count == 1 ? parts[0] : Value(.array(parts))))
    all.append(("noise_pct", value(try number("lr_noise_pct", 0.67), "lr_noise_pct")))
    all.append(("noise_std", value(try number("lr_noise_std", 1), "lr_noise_std")))
    all.append(("noise_seed", value(try number("seed", 42), "seed")))
    return all
  }

  private mutating func addWarmup() throws(Diagnostic) {
    if try table.flag("warmup_prefix") == true { length = try whole(Double(epochs) + number("warmup_epochs", 5)) }
  }

  private func whole(_ value: Double) throws(Diagnostic) -> Int {
    guard value >= 1, value <= 1e9, let count = Int(exactly: value.rounded(.down)) else {
      throw Diagnostic(
        .import, "the run would have \(Shown.number(value)) epochs", at: table.found("epochs")?.value.range)
    }
    return count
  }

  private mutating func cyclic(
    _ kind: String, _ common: [(String, Value?)], _ own: [(String, Value?)], at place: SourceRange
  ) throws(Diagnostic) -> Value {
    let initial = scaled(Double(epochs))
    let (multiplier, limit) = (try number("lr_cycle_mul", 1), try number("lr_cycle_limit", 1))
    let decay = try number("lr_cycle_decay", 0.1)
    let cycles = max(1, limit)
    var all = initial * cycles
    if multiplier != 1 { all = (-initial * (Libm.pow(multiplier, cycles) - 1) / (1 - multiplier)).rounded(.down) }
    if try table.flag("warmup_prefix") == true { all += scaled(try number("warmup_epochs", 5)) }
    length = try whole((all + scaled(number("cooldown_epochs", 0))) / Double(scale))
    let cycle: [(String, Value?)] = [
      ("t_initial", value(initial, "epochs")), ("lr_min", value(try number("min_lr", 0), "min_lr")),
      ("cycle_mul", multiplier == 1 ? nil : value(multiplier, "lr_cycle_mul")),
      ("cycle_decay", value(decay, "lr_cycle_decay")),
      ("cycle_limit", limit == 1 ? nil : value(limit, "lr_cycle_limit")),
    ]
    return node(kind, common, cycle + own, at: place)
  }

  /// The warm-up is always in front, and unless warmup_prefix says otherwise taken off the epochs.
  private mutating func stable(
    _ name: String, _ common: [(String, Value?)], at place: SourceRange
  ) throws(Diagnostic) -> Value {
    let isPrefix = try table.flag("warmup_prefix") == true
    let all = scaled(Double(epochs)) - (isPrefix ? 0 : scaled(try number("warmup_epochs", 5)))
    let given = try number("decay_epochs", 30)
    let decay = ((given > 0 && given < 1 ? given * all : scaled(given))).rounded(.toNearestOrEven)
    guard decay > 0, decay <= all else {
      throw Diagnostic(
        .import, "timm refuses a decay of \(Shown.number(decay)) in \(Shown.number(all))",
        at: table.found("decay_epochs")?.value.range ?? place, hint: "decay_epochs below 1 is the part of the run")
    }
    let warmup = scaled(try number("warmup_epochs", 5))
    length = try whole((all + warmup + scaled(number("cooldown_epochs", 0))) / Double(scale))
    let own: [(String, Value?)] = [
      ("t_initial", value(all, "epochs")), ("decay_t", value(decay, "decay_epochs")),
      ("lr_min", value(try number("min_lr", 0), "min_lr")), ("stable_fn", name == "rsqrt" ? "rsqrt" : "constant"),
      ("stable_timescale", try table.number("lr_stable_timescale").map { .number(scaled($0)) }),
      ("decay_fn", Value(.string(try table.text("lr_decay_fn") ?? (name == "rsqrt" ? "linear" : "1-sqrt")))),
    ]
    return node("WSDLRScheduler", common.filter { $0.0 != "warmup_prefix" }, own, at: place)
  }
}
