import Diagnostics
import Schedules
import JSON
import Text

/// timm's `args.yaml`: the arguments of train.py, made a scheduler by `create_scheduler_v2`.
///
/// Source: timm.scheduler.scheduler_factory, train.py, 1.0.31.
extension Conversion {
  private static let timmKeys = [
    "sched", "warmup_epochs", "warmup_lr", "warmup_prefix", "min_lr", "lr", "lr_base", "lr_base_size", "lr_base_scale",
    "lr_cycle_mul", "lr_cycle_decay", "lr_cycle_limit", "lr_k_decay", "lr_noise", "lr_noise_pct", "lr_noise_std",
    "lr_decay_fn", "lr_stable_timescale", "sched_on_updates",
  ]

  mutating func timm(_ table: Table) throws(Diagnostic) -> Draft {
    // A group's rate belongs to the model.
    try table.refuseStrangers(besides: Conversion.timmKeys, harmless: ["layer_decay", "lr_scale"], of: "timm")
    if table.has("layer_decay") { note("layer_decay gives earlier layers less; these are the rates of the last") }
    let rate = try timmRate(table)
    guard let (number, place) = try epochs(table, ["epochs"], standard: 300), let epochs = Int(exactly: number) else {
      throw Diagnostic(.import, "“epochs” must be a whole number", at: table.found("epochs")?.value.range)
    }
    let onUpdates = try table.flag("sched_on_updates") ?? false
    var perEpoch = settings.stepsPerEpoch ?? 1
    if onUpdates || settings.datasetSize != nil || settings.batches != nil {
      var batching = Batching(batch: try table.count("batch_size") ?? 128)
      batching.accumulate = try table.count("grad_accum_steps") ?? 1
      batching.dropsLast = true
      perEpoch = try updatesPerEpoch(batching, for: "“sched_on_updates” is true", at: place)
    }
    if perEpoch == 1 { note("a row is an epoch") }
    var factory = TimmFactory(table: table, epochs: epochs, scale: onUpdates ? perEpoch : 1)
    let node = try factory.node(at: place)
    for note in factory.notes { self.note(note) }
    var draft = Draft(
      type: optimizer(try table.text("opt"), standard: "SGD"), rate: rate, scheduler: node,
      length: .epochs(max(1, factory.length), of: perEpoch))
    if draft.type == "SGD", let momentum = try table.number("momentum") { draft.momentum = .number(momentum) }
    return draft
  }

  /// `lr`, or `lr_base` times the batch of all processes by the one it was made for, or the square root of that.
  private mutating func timmRate(_ table: Table) throws(Diagnostic) -> Value {
    if settings.rate != nil { return try rate(table, ["lr"], standard: nil) }
    if let given = try table.number("lr"), given != 0, let entry = table.found("lr") {
      return .number(given, at: entry.value.range)
    }
    guard let base = try table.number("lr_base") else {
      throw Diagnostic(.import, "neither lr nor lr_base is in the file", at: table.range.part(0, 1), hint: "give --lr")
    }
    let place = table.found("lr_base")?.range ?? table.range.part(0, 1)
    guard let world = try given(settings.worldSize, table.count("world_size")) else {
      throw Diagnostic(
        .import, "lr is made of lr_base and the number of processes, which is not in the file", at: place,
        hint: "give --world-size, or --lr")
    }
    let batch = try table.count("batch_size") ?? 128
    let accumulate = try given(settings.accumulate, table.count("grad_accum_steps")) ?? 1
    let size = try table.number("lr_base_size") ?? 256
    let scale = try table.text("lr_base_scale") ?? ""
    let name = (try table.text("opt") ?? "sgd").lowercased()
    let isRoot = scale == "sqrt" || scale.isEmpty && (name.holds("ada") || name.holds("lamb"))
    let ratio = Double(batch) * Double(world) * Double(accumulate) / size
    let rate = base * (isRoot ? Libm.pow(ratio, 0.5) : ratio)
    note(
      "lr: \(Shown.number(base)) by \(isRoot ? "the square root of " : "")\(batch) · \(world) · \(accumulate) / "
        + "\(Shown.number(size)): \(Shown.number(rate))")
    return .number(rate, at: place)
  }
}
