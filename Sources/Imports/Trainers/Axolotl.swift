import Diagnostics
import Schedules
import JSON
import Text

/// axolotl's YAML: transformers' schedules, with step counts and some shapes of its own.
///
/// Source: axolotl 067b021, core.trainers.mixins.scheduler, utils.schedulers, utils.trainer.
extension Conversion {
  private static let axolotlKeys = [
    "learning_rate", "lr_scheduler", "lr_scheduler_kwargs", "num_epochs", "micro_batch_size",
    "gradient_accumulation_steps", "max_steps", "warmup_steps", "warmup_ratio", "cosine_min_lr_ratio",
    "cosine_constant_lr_ratio", "lr_quadratic_warmup",
  ]

  mutating func axolotl(_ table: Table) throws(Diagnostic) -> Draft {
    try table.refuseStrangers(besides: Conversion.axolotlKeys, of: "axolotl")
    for key in ["relora", "relora_steps", "jagged_restart_steps"] {
      if table.has(key), let entry = table.found(key) {
        if case .bool(false) = entry.value.content { continue }
        throw Diagnostic(.import, "the restarts of “\(key)” are not understood", at: entry.keyRange)
      }
    }
    try refuseFreeRunning(table.found("optimizer"))
    let rate = try rate(table, ["learning_rate"], standard: nil, why: "“learning_rate” is not in the file")
    let (steps, place) = try axolotlSteps(table)
    let warmup = try axolotlWarmup(table, steps: steps)
    return Draft(
      type: optimizer(try table.text("optimizer")), rate: rate,
      scheduler: try axolotlNode(table, rate: rate, warmup: warmup, steps: steps, at: place),
      length: .updates(steps, perEpoch: nil))
  }

  /// `max_steps`, or samples · epochs / (micro · k · w), rounded up once over the whole run.
  private mutating func axolotlSteps(_ table: Table) throws(Diagnostic) -> (Int, SourceRange) {
    let here = table.range.part(0, 1)
    if let steps = settings.steps { return (steps, table.found("max_steps")?.value.range ?? here) }
    if settings.epochs == nil, let steps = try table.count("max_steps"), steps > 0 {
      return (steps, table.found("max_steps")?.value.range ?? here)
    }
    guard let (epochs, place) = try epochs(table, ["num_epochs"], standard: 1) else {
      throw Diagnostic(.import, "the length of the run is not in the file", at: here, hint: "give --steps")
    }
    if let updates = settings.stepsPerEpoch {
      return (try Conversion.ceiling(epochs * Double(updates), at: place), place)
    }
    if try table.flag("sample_packing") == true, let entry = table.found("sample_packing") {
      throw Diagnostic(
        .import, "with sample_packing the number of updates depends on the lengths of the samples", at: entry.range,
        hint: "give --steps, or --steps-per-epoch")
    }
    let micro = try table.count("micro_batch_size") ?? 1
    var accumulate = try given(settings.accumulate, table.count("gradient_accumulation_steps")) ?? 0
    if accumulate == 0 { accumulate = try (table.count("batch_size") ?? micro) / max(1, micro) }
    try takeSamplesOff(table)
    guard let samples = settings.datasetSize ?? settings.batches.map({ $0 * max(1, min(micro, 1 << 20)) }) else {
      throw Diagnostic(
        .import, "“num_epochs” is \(Shown.number(epochs)), but the number of samples is not in the file", at: place,
        hint: "give --dataset-size (and --world-size), --steps-per-epoch, or --steps")
    }
    let size = Double(max(1, micro)) * Double(max(1, accumulate)) * Double(worldSize())
    let steps = try Conversion.ceiling(Double(samples) * epochs / size, at: place)
    note(
      "\(samples) samples, \(Shown.number(size)) to an update, \(Shown.number(epochs)) epochs: \(steps) updates, rounded up once"
    )
    return (steps, place)
  }

  private mutating func axolotlWarmup(_ table: Table, steps: Int) throws(Diagnostic) -> Value {
    let entry = table.found(table.has("warmup_steps") ? "warmup_steps" : "warmup_ratio")
    let place = entry?.value.range ?? table.range.part(0, 1)
    var count: Int
    if let given = try table.number("warmup_steps") {
      count =
        try given >= 1 ? Conversion.truncated(given, at: place) : Conversion.ceiling(Double(steps) * given, at: place)
    } else if let ratio = try table.number("warmup_ratio") {
      count = try Conversion.truncated(ratio * Double(steps), at: place)
      note("warm-up: \(Shown.number(ratio)) of \(steps) updates, rounded down: \(count)")
    } else {
      count = min(try Conversion.truncated(0.03 * Double(steps), at: place), 100)
      noteDefault("warmup_ratio", "0.03 of the run, at most 100: \(count) updates")
    }
    if count == 1 {
      count = 2
      note("axolotl makes 2 of a single update of warm-up")
    }
    return .count(max(0, count), at: place)
  }

  private mutating func axolotlNode(
    _ table: Table, rate: Value, warmup: Value, steps: Int, at place: SourceRange
  ) throws(Diagnostic) -> Value {
    guard case .number(let number) = warmup.content else { return warmup }
    let (w, t) = (Int(exactly: number.value) ?? 0, steps)
    let name = try table.entry("lr_scheduler")
    var word = "cosine"
    if let name, case .text(let text) = name.value.content {
      word = text
    } else {
      noteDefault("lr_scheduler", "cosine")
    }
    let least = try table.number("cosine_min_lr_ratio").flatMap { $0 > 0 ? $0 : nil }
    let hold = try table.number("cosine_constant_lr_ratio").flatMap { $0 > 0 ? $0 : nil }
    let risesSquarely = try table.flag("lr_quadratic_warmup") == true
    if word == "one_cycle" { return try axolotlOneCycle(table, rate: rate, w, t, at: place) }
    if word == "rex" {
      var lowest: Value?
      if let least, case .number(let peak) = rate.content { lowest = .number(peak.value * least) }
      return Draft.node(
        "axolotl.rex", at: place,
        [("num_warmup_steps", warmup), ("num_training_steps", .count(t, at: place)), ("min_lr", lowest)])
    }
    if word == "cosine", risesSquarely {
      return Draft.node(
        "axolotl.cosine_with_quadratic_warmup", at: place,
        [
          ("num_warmup_steps", warmup), ("num_training_steps", .count(t, at: place)),
        ])
    }
    if word == "cosine", let least, let hold {
      return Draft.node(
        "axolotl.cosine_with_warmup_decay_constant", at: place,
        [
          ("num_warmup_steps", warmup), ("num_training_steps", .count(t, at: place)),
          ("constant_lr_ratio", .number(hold)), ("min_lr_ratio", .number(least)),
        ])
    }
    if word == "cosine", let least, let entry = table.found("cosine_min_lr_ratio") {
      return Draft.node(
        "transformers.cosine_with_min_lr", at: name?.value.range ?? entry.keyRange,
        [
          ("num_warmup_steps", warmup), ("num_training_steps", .count(t, at: place)),
          ("min_lr_rate", .number(least, at: entry.value.range)),
        ])
    }
    let standard = Entry("lr_scheduler", at: place, Datum(.text("cosine"), at: place))
    return try transformersNode(
      name ?? standard, kwargs: table.entry("lr_scheduler_kwargs"), warmup: warmup, steps: .count(t, at: place))
  }

  private func axolotlOneCycle(
    _ table: Table, rate: Value, _ w: Int, _ t: Int, at place: SourceRange
  ) throws(Diagnostic) -> Value {
    let keywords = try keywords(table.entry("lr_scheduler_kwargs"))
    var members: [(String, Value?)] = [("interval", "step"), ("max_lr", rate), ("total_steps", .count(t, at: place))]
    if !keywords.contains(where: { $0.key == "pct_start" }) {
      members.append(("pct_start", .number(Double(w) / Double(max(1, t)), at: place)))
    }
    return Draft.node("OneCycleLR", at: place, members + keywords.map { ($0.key, $0.value) })
  }
}
