import Diagnostics
import JSON
import Text

/// Megatron-LM's flags, in a script or as the keys of a YAML.
///
/// Source: megatron.training.arguments, core.optimizer_param_scheduler, d98e8a6. The scheduler counts samples.
extension Conversion {
  private static let megatronKeys = [
    "lr", "min_lr", "lr_decay_style", "lr_warmup_iters", "lr_warmup_samples", "lr_warmup_fraction", "lr_decay_iters",
    "lr_decay_samples", "lr_warmup_init", "lr_wsd_decay_iters", "lr_wsd_decay_samples", "lr_wsd_decay_style",
    "lr_scheduler", "use_checkpoint_opt_param_scheduler", "override_opt_param_scheduler",
    "use_checkpoint_lr_scheduler", "override_lr_scheduler",
  ]

  mutating func megatron(_ table: Table) throws(Diagnostic) -> Draft {
    let entries = table.flattened.entries.map { entry in
      // In YAML the keys are written as the flags are, below a key of their own.
      Entry(entry.key.flagName, at: entry.keyRange, entry.value)
    }
    let table = Table(entries, at: table.range)
    for key in ["rampup_batch_size", "step_batch_size_schedule"] where table.has(key) {
      throw Diagnostic(
        .import, "with “\(key)” the batch changes while the run goes on", at: table.found(key)?.range,
        hint: "write a schedule file with “batch”")
    }
    let decoupled = ["decoupled_lr", "decoupled_min_lr"]
    if table.has("decoupled_lr") { note("decoupled_lr gives the embeddings another rate; this is that of the rest") }
    try table.refuseStrangers(
      besides: Conversion.megatronKeys + decoupled, harmless: ["cuda_graph_warmup_steps"], of: "Megatron-LM")
    let rate = try rate(table, ["lr"], standard: nil, why: "there is no --lr in the file")
    let batch = try megatronBatch(table)
    let bySamples = table.has("train_samples")
    if bySamples, table.has("train_iters"), let entry = table.found("train_iters") {
      throw Diagnostic(.import, "Megatron takes train_iters or train_samples, not both", at: entry.range)
    }
    let unit = bySamples ? "samples" : "iters"
    for key in ["lr_decay", "lr_warmup", "lr_wsd_decay"] {
      let other = "\(key)_\(bySamples ? "iters" : "samples")"
      if let entry = table.found(other), let count = try table.number(other), count != 0 {
        throw Diagnostic(.import, "iterations and samples may not be mixed", at: entry.range)
      }
    }
    let length = "train_\(unit)"
    let place = table.found(length)?.value.range ?? table.range.part(0, 1)
    guard let all = try table.count(length) ?? settings.steps.map({ bySamples ? $0.times(batch) : $0 }),
      all > 0
    else {
      throw Diagnostic(
        .import, "there is neither train_iters nor train_samples in the file", at: place, hint: "give --steps")
    }
    let steps = settings.steps ?? (bySamples ? Conversion.parts(all, of: batch) : all)
    func samples(_ count: Double) -> Double { bySamples ? count : count * Double(batch) }
    func count(_ key: String) throws(Diagnostic) -> Value? {
      guard let number = try table.number("\(key)_\(unit)"), let entry = table.found("\(key)_\(unit)") else {
        return nil
      }
      return .number(samples(number)).placed(at: entry.value.range)
    }
    var parameters: [(String, Value?)] = [
      ("increment", .count(batch, at: table.found("global_batch_size")?.value.range ?? place)), ("max_lr", rate),
    ]
    let style = try table.text("lr_decay_style")
    if style == nil { noteDefault("lr_decay_style", "linear") }
    for (key, name) in [("min_lr", "min_lr"), ("lr_warmup_init", "init_lr")] {
      if let number = try table.number(key), let entry = table.found(key) {
        parameters.append((name, .number(number).placed(at: entry.value.range)))
      }
    }
    parameters.append(("lr_decay_steps", try count("lr_decay") ?? .number(samples(Double(all)))))
    if let fraction = try table.number("lr_warmup_fraction"), let entry = table.found("lr_warmup_fraction") {
      parameters.append(("lr_warmup_fraction", .number(fraction, at: entry.value.range)))
    } else {
      parameters.append(("lr_warmup_steps", try count("lr_warmup")))
    }
    parameters.append(
      ("lr_decay_style", Value(.string(style ?? "linear"), at: table.found("lr_decay_style")?.value.range ?? place)))
    if style == "WSD" {
      guard let decay = try count("lr_wsd_decay") else {
        throw Diagnostic(.import, "WSD needs lr_wsd_decay_\(unit)", at: table.found("lr_decay_style")?.range)
      }
      parameters.append(("wsd_decay_steps", decay))
      if let name = try table.text("lr_wsd_decay_style") {
        parameters.append(("lr_wsd_decay_style", Value(.string(name))))
      }
    }
    return Draft(
      type: optimizer(try table.text("optimizer")), rate: rate,
      scheduler: Draft.node("megatron.OptimizerParamScheduler", at: place, parameters),
      length: .updates(steps, perEpoch: settings.stepsPerEpoch))
  }

  /// The global batch, or without one that of all processes.
  private mutating func megatronBatch(_ table: Table) throws(Diagnostic) -> Int {
    if let batch = try table.count("global_batch_size") {
      guard batch > 0 else {
        throw Diagnostic(
          .import, "“global_batch_size” must be above 0", at: table.found("global_batch_size")?.value.range)
      }
      return batch
    }
    guard let micro = try table.count("micro_batch_size"), micro > 0, let world = settings.worldSize, world < 1 << 30
    else {
      throw Diagnostic(
        .import, "the scheduler counts samples, and global_batch_size is not in the file", at: table.range.part(0, 1),
        hint: "with a micro_batch_size give --world-size, the data-parallel processes")
    }
    note("global_batch_size is not given: \(micro) · \(world)")
    return min(micro, 1 << 30) * world
  }
}

extension Int {
  /// The product, or the largest number there is.
  fileprivate func times(_ other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}

extension String {
  /// A flag's name: without hyphens in front, `_` for `-` within.
  var flagName: String {
    var bytes = Bytes(utf8.drop { $0 == UInt8(ascii: "-") })
    for index in bytes.indices where bytes[index] == UInt8(ascii: "-") { bytes[index] = UInt8(ascii: "_") }
    return bytes.text
  }
}
