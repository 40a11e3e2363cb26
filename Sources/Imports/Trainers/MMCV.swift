import Diagnostics
import JSON
import Schedules
import Text

/// MMCV 1's `lr_config`: a policy, and a warm-up of it by iterations.
///
/// Source: mmcv.runner.hooks.lr_updater, 1.x.
extension Conversion {
  mutating func mmcv(_ table: Table) throws(Diagnostic) -> Draft {
    let table = try withBases(table)
    guard let config = try table.table("lr_config") else { throw elsewhere("lr_config", table) }
    guard let optimizer = try table.table("optimizer") else { throw elsewhere("optimizer", table) }
    let node = try mmcvNode(config)
    var rate: Value?
    // One cycle makes its own of the peak.
    if node.kind.name != "OneCycle" {
      let written = try self.rate(optimizer, ["lr"], standard: nil, why: "the optimizer has no lr")
      guard case .number(let base) = written.content, base.value > 0 else {
        throw Diagnostic(.import, "the rate must be above 0", at: written.range)
      }
      rate = written
    }
    if optimizer.has("paramwise_cfg") { note("paramwise_cfg makes groups of other rates; this is the base rate") }
    var draft = Draft(
      type: self.optimizer(Conversion.name(of: optimizer.found("type")), standard: "SGD"), rate: rate,
      scheduler: node.value,
      length: try mmcvLength(table, config, node))
    if let momentum = try optimizer.number("momentum"), draft.type == "SGD" { draft.momentum = .number(momentum) }
    return draft
  }

  private mutating func mmcvLength(
    _ table: Table, _ config: Table, _ node: (kind: Kind, value: Value, byEpoch: Bool)
  ) throws(Diagnostic) -> Draft.Length {
    let byEpoch = node.byEpoch
    let runner = try table.table("runner")
    let place = runner?.range ?? config.range
    let iterations =
      try given(
        settings.steps, settings.epochs == nil ? given(runner?.count("max_iters"), table.count("total_iters")) : nil)
    if let iterations {
      guard !byEpoch || node.kind.name == "fixed" || settings.stepsPerEpoch != nil else {
        throw Diagnostic(
          .import, "the policy counts epochs, and the runner iterations", at: config.range,
          hint: "give --steps-per-epoch")
      }
      return .updates(iterations, perEpoch: settings.stepsPerEpoch)
    }
    let epochs = try given(settings.epochs, given(runner?.count("max_epochs"), table.count("total_epochs")))
    guard let epochs, epochs > 0 else { throw elsewhere("runner.max_epochs", table, at: place, hint: "give --epochs") }
    var perEpoch = settings.stepsPerEpoch
    if perEpoch == nil, settings.datasetSize != nil || settings.batches != nil {
      let batch = try table.table("data")?.count("samples_per_gpu", "imgs_per_gpu") ?? 0
      if batch > 0 || settings.batches != nil { perEpoch = batches(Batching(batch: batch)) }
    }
    if let perEpoch { return .epochs(epochs, of: perEpoch) }
    guard !config.has("warmup"), byEpoch else {
      throw Diagnostic(
        .import,
        "\(byEpoch ? "the warm-up" : "the policy") counts iterations, and those of an epoch are not in the file",
        at: config.range,
        hint: "give --steps-per-epoch, or --dataset-size where data has samples_per_gpu")
    }
    note("a row is an epoch; --steps-per-epoch makes iterations of it")
    return .epochs(epochs, of: 1)
  }

  /// The policy as a node of the kind of its name, and what it counts.
  private mutating func mmcvNode(
    _ config: Table
  ) throws(Diagnostic) -> (kind: Kind, value: Value, byEpoch: Bool) {
    guard let entry = try config.entry("policy"), case .text(let policy) = entry.value.content else {
      throw Diagnostic(.import, "“policy” is missing", at: config.range)
    }
    let kinds = Catalogue.families.first { $0.name == "mmcv" }?.kinds ?? []
    // MMCV makes “Step” of “step”, and leaves names with a capital as they are.
    let name = policy.isFolded(equalTo: "cosine") ? "CosineAnnealing" : policy
    guard let kind = kinds.first(where: { $0.name.isFolded(equalTo: name) }) else {
      throw Diagnostic(
        .import, "the policy “\(policy)” is not understood", at: entry.value.range,
        hint: Diagnostic.suggestion(Nearest.match(for: policy, among: kinds.map(\.name)))
          ?? "\(kinds.map(\.name).joined(by: ", ")) are")
    }
    let parameters = kind.declaration.parameters
    var members: [(String, Value?)] = []
    for member in config.entries where !["policy", "_delete_"].contains(member.key) {
      guard let entry = try config.entry(member.key) else { continue }
      guard parameters.contains(where: { $0.name == entry.key }) else {
        throw Diagnostic(
          .import, "the policy \(policy) has no “\(entry.key)”", at: entry.keyRange,
          hint: Diagnostic.suggestion(Nearest.match(for: entry.key, among: parameters.map(\.name))))
      }
      // Without a warm-up the rest of it says nothing.
      if entry.key.begins(with: "warmup"), !config.has("warmup") { continue }
      members.append((entry.key, try entry.value.value()))
    }
    if config.has("warmup"), !config.has("warmup_ratio") { noteDefault("warmup_ratio", "0.1") }
    let standard = parameters.first { $0.name == "by_epoch" }?.standard == "true"
    let byEpoch = try config.flag("by_epoch") ?? standard
    if byEpoch, !standard, let entry = config.found("by_epoch") {
      throw Diagnostic(
        .import, "the policy \(policy) goes by iterations: MMCV takes no “by_epoch” but False", at: entry.value.range,
        hint: "leave it out")
    }
    return (kind, Draft.node(kind.fullName, at: entry.value.range, members), byEpoch)
  }
}
