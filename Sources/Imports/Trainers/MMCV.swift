import Diagnostics
import Schedules
import JSON
import Text

/// MMCV 1's `lr_config`: a policy, and a warm-up of it by iterations.
///
/// Source: mmcv.runner.hooks.lr_updater, 1.x.
extension Conversion {
  mutating func mmcv(_ table: Table) throws(Diagnostic) -> Draft {
    let table = try withBases(table)
    guard let config = try table.table("lr_config") else { throw elsewhere("lr_config", table) }
    guard let optimizer = try table.table("optimizer") else { throw elsewhere("optimizer", table) }
    try config.refuseStrangers(
      besides: ["policy", "warmup", "warmup_iters", "warmup_ratio", "warmup_by_epoch", "min_lr", "min_lr_ratio"],
      of: "MMCV")
    let rate = try rate(optimizer, ["lr"], standard: nil, why: "the optimizer has no lr")
    guard case .number(let base) = rate.content, base.value > 0 else {
      throw Diagnostic(.import, "the rate must be above 0", at: rate.range)
    }
    if optimizer.has("paramwise_cfg") { note("paramwise_cfg makes groups of other rates; this is the base rate") }
    let length = try mmcvLength(table, config)
    var draft = Draft(
      type: self.optimizer(Conversion.name(of: optimizer.found("type")), standard: "SGD"), rate: rate,
      scheduler: Draft.expression(try mmcvExpression(config, base: base.value, length)), length: length)
    if let momentum = try optimizer.number("momentum"), draft.type == "SGD" { draft.momentum = .number(momentum) }
    return draft
  }

  private mutating func mmcvLength(_ table: Table, _ config: Table) throws(Diagnostic) -> Draft.Length {
    let runner = try table.table("runner")
    let place = runner?.range ?? config.range
    let iterations =
      try given(asked.steps, asked.epochs == nil ? given(runner?.count("max_iters"), table.count("total_iters")) : nil)
    if let iterations { return .updates(iterations, perEpoch: asked.stepsPerEpoch) }
    let epochs = try given(asked.epochs, given(runner?.count("max_epochs"), table.count("total_epochs")))
    guard let epochs, epochs > 0 else { throw elsewhere("runner.max_epochs", table, at: place, hint: "give --epochs") }
    var perEpoch = asked.stepsPerEpoch
    if perEpoch == nil, asked.datasetSize != nil || asked.batches != nil {
      let batch = try table.table("data")?.count("samples_per_gpu", "imgs_per_gpu") ?? 0
      if batch > 0 || asked.batches != nil { perEpoch = batches(Dealing(batch: batch)) }
    }
    if let perEpoch { return .epochs(epochs, of: perEpoch) }
    guard !config.has("warmup"), try config.flag("by_epoch") ?? true else {
      throw Diagnostic(
        .import, "the warm-up counts iterations, and those of an epoch are not in the file", at: config.range,
        hint: "give --steps-per-epoch, or --dataset-size where data has samples_per_gpu")
    }
    note("a row is an epoch; --steps-per-epoch makes iterations of it")
    return .epochs(epochs, of: 1)
  }

  private mutating func mmcvExpression(
    _ config: Table, base: Double, _ length: Draft.Length
  ) throws(Diagnostic) -> String {
    let byEpoch = try config.flag("by_epoch") ?? true
    let (progress, end, perEpoch): (String, Int, Int)
    switch length {
    case .epochs(let epochs, let steps):
      perEpoch = steps
      let (all, _) = epochs.multipliedReportingOverflow(by: steps)
      (progress, end) = byEpoch && steps > 1 ? ("(step // \(steps))", epochs) : ("step", byEpoch ? epochs : all)
    case .updates(let updates, let steps):
      perEpoch = steps ?? 0
      guard !byEpoch || perEpoch > 0 else {
        throw Diagnostic(
          .import, "the policy counts epochs, and the runner iterations", at: config.range,
          hint: "give --steps-per-epoch")
      }
      let epochs = perEpoch > 0 ? Conversion.parts(updates, of: perEpoch) : 0
      (progress, end) = byEpoch ? ("(step // \(perEpoch))", epochs) : ("step", updates)
    }
    let regular = try mmcvPolicy(config, base: base, progress: progress, end: end)
    return try mmcvWarmup(config, perEpoch: perEpoch, regular: regular)
  }

  /// The policy as a factor on the base rate, in parentheses.
  private mutating func mmcvPolicy(
    _ config: Table, base: Double, progress: String, end: Int
  ) throws(Diagnostic) -> String {
    guard let entry = try config.entry("policy"), case .text(let policy) = entry.value.content else {
      throw Diagnostic(.import, "“policy” is missing", at: config.range)
    }
    let least = try given(config.number("min_lr").map { $0 / base }, config.number("min_lr_ratio"))
    let gamma = Shown.number(try config.number("gamma") ?? 0.1)
    let floor = Shown.number(least ?? 0)
    switch policy.folded {
    case "fixed": return "1"
    case "step":
      guard let steps = try config.numbers("step") else {
        throw Diagnostic(.import, "the policy step has a “step”", at: config.range)
      }
      let values = steps.compactMap {
        if case .number(let number) = $0.content { Shown.number(number.value) } else { nil }
      }
      let isList = if case .list? = config.found("step")?.value.content { true } else { false }
      let count =
        isList ? values.map { "(\(progress) >= \($0))" }.joined(by: " + ") : "\(progress) // \(values.first ?? "1")"
      let factor = "\(gamma) ** (\(count.isEmpty ? "0" : count))"
      return least == nil ? "(\(factor))" : "max(\(factor), \(floor))"
    case "exp":
      guard config.has("gamma") else { throw Diagnostic(.import, "the policy exp has a “gamma”", at: config.range) }
      return "(\(gamma) ** \(progress))"
    case "poly":
      let power = Shown.number(try config.number("power") ?? 1)
      return "((1 - \(floor)) * (1 - \(progress) / \(end)) ** \(power) + \(floor))"
    case "inv":
      guard config.has("gamma") else { throw Diagnostic(.import, "the policy inv has a “gamma”", at: config.range) }
      return "((1 + \(gamma) * \(progress)) ** (-\(Shown.number(try config.number("power") ?? 1))))"
    case "cosineannealing", "cosine":
      return "(\(floor) + 0.5 * (1 - \(floor)) * (cos(pi * (\(progress) / \(end))) + 1))"
    case "flatcosineannealing":
      let start = (Double(end) * (try config.number("start_percent") ?? 0.75)).rounded(.toNearestOrEven)
      let (from, left) = (Shown.number(start), Shown.number(Double(end) - start))
      return "(1 if \(progress) < \(from) else "
        + "\(floor) + 0.5 * (1 - \(floor)) * (cos(pi * ((\(progress) - \(from)) / \(left))) + 1))"
    default:
      throw Diagnostic(
        .import, "the policy “\(policy)” is not understood", at: entry.value.range,
        hint: "fixed, step, exp, poly, inv, CosineAnnealing and FlatCosineAnnealing are")
    }
  }

  private mutating func mmcvWarmup(_ config: Table, perEpoch: Int, regular: String) throws(Diagnostic) -> String {
    guard let entry = try config.entry("warmup"), case .text(let method) = entry.value.content else { return regular }
    guard var count = try config.count("warmup_iters"), count > 0 else { return regular }
    if try config.flag("warmup_by_epoch") == true {
      let (iterations, overflow) = count.multipliedReportingOverflow(by: max(1, perEpoch))
      count = overflow ? .max : iterations
    }
    let ratio = Shown.number(try config.number("warmup_ratio") ?? 0.1)
    if !config.has("warmup_ratio") { noteDefault("warmup_ratio", "0.1") }
    switch method {
    case "constant": return "\(regular) * \(ratio) if step < \(count) else \(regular)"
    case "linear":
      return "\(regular) * (1 - (1 - step / \(count)) * (1 - \(ratio))) if step < \(count) else \(regular)"
    case "exp": return "\(regular) * \(ratio) ** (1 - step / \(count)) if step < \(count) else \(regular)"
    default:
      throw Diagnostic(
        .import, "the warm-up “\(method)” is not understood", at: entry.value.range, hint: "constant, linear or exp")
    }
  }
}
