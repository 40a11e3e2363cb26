import Diagnostics
import JSON
import Schedules
import Text

/// NeMo's YAML: `optim` with its `sched`, stepped per update.
///
/// Source: nemo.core.optim.lr_scheduler, 8cfedd7.
extension Conversion {
  private static let schedKeys = [
    "name", "warmup_steps", "warmup_ratio", "min_lr", "max_steps", "d_model", "constant_steps", "constant_ratio",
    "hold_steps", "hold_ratio", "power", "cycle", "gamma", "step_size", "last_epoch",
  ]

  mutating func nemo(_ table: Table) throws(Diagnostic) -> Draft {
    guard let found = table.value(at: ["model", "optim"]) ?? table.found("optim") else {
      throw Diagnostic(.import, "“model.optim” is not in the file", at: table.range.part(0, 1))
    }
    let optim = try Table(found.value, name: "optim")
    let rate = try rate(optim, ["lr"], standard: nil, why: "“optim.lr” is not in the file")
    guard case .number(let base) = rate.content, base.value > 0 else {
      throw Diagnostic(.import, "the rate must be above 0", at: rate.range)
    }
    let trainer = try table.table("trainer") ?? Table([], at: table.range)
    guard let sched = try optim.table("sched") else {
      throw Diagnostic(.import, "“optim.sched” is not in the file", at: found.range)
    }
    try sched.refuseStrangers(besides: Conversion.schedKeys, of: "NeMo")
    let (steps, most, perEpoch) = try nemoSteps(table, trainer, sched)
    return Draft(
      type: optimizer(try optim.text("name")), rate: rate,
      scheduler: try nemoNode(sched, base: base.value, most: most), length: .updates(steps, perEpoch: perEpoch))
  }

  /// Updates of the run and of the schedule.
  private mutating func nemoSteps(
    _ table: Table, _ trainer: Table, _ sched: Table
  ) throws(Diagnostic) -> (run: Int, schedule: Int, perEpoch: Int?) {
    let own = try sched.positive("max_steps")
    let told =
      try given(asked.steps, asked.epochs == nil ? trainer.positive("max_steps") : nil)
    if let steps = told { return (steps, own ?? steps, nil) }
    guard let (number, place) = try epochs(trainer, ["max_epochs"], standard: nil), let epochs = Int(exactly: number)
    else {
      guard let own else {
        throw Diagnostic(
          .import, "the length of the run is not in the file", at: trainer.range.part(0, 1), hint: "give --steps")
      }
      note("the length of the run is taken from sched.max_steps")
      return (own, own, nil)
    }
    let data = table.value(at: ["model", "train_ds"]).flatMap { try? Table($0.value) }
    let drops = try data?.flag("drop_last") ?? false
    let accumulate = try given(asked.accumulate, trainer.count("accumulate_grad_batches")) ?? 1
    var updates = asked.stepsPerEpoch
    if updates == nil, let samples = asked.datasetSize, let batch = try data?.count("batch_size"), batch > 0 {
      let own = Conversion.parts(samples, of: worldSize())
      let batches = Conversion.parts(own, of: batch, floors: drops)
      updates = Conversion.parts(batches, of: max(1, accumulate))
      note("\(samples) samples by \(batch): \(batches) batches, \(updates ?? 0) updates an epoch")
    }
    if updates == nil, let batches = asked.batches {
      updates = Conversion.parts(Conversion.parts(batches, of: worldSize()), of: max(1, accumulate))
    }
    guard let updates, case let (steps, overflow) = updates.multipliedReportingOverflow(by: epochs), !overflow else {
      throw Diagnostic(
        .import, "“max_epochs” is \(epochs), but the number of samples is not in the file", at: place,
        hint: "give --dataset-size (and --world-size), --batches, or --steps-per-epoch")
    }
    return (steps, own ?? steps, updates)
  }

  private mutating func nemoNode(_ sched: Table, base: Double, most m: Int) throws(Diagnostic) -> Value {
    guard let entry = try sched.entry("name"), case .text(let name) = entry.value.content else {
      throw Diagnostic(.import, "“sched” has no “name”", at: sched.range)
    }
    if Catalogue.kinds(of: "torch").contains(name) {
      try refuseWatchers(name, at: entry.value.range)
      let own = Table(sched.entries.filter { ["gamma", "step_size", "last_epoch"].contains($0.key) }, at: sched.range)
      let warmups = [try sched.number("warmup_steps") ?? 0, try sched.number("warmup_ratio") ?? 0]
      let isWarm = warmups.contains { $0 > 0 }
      guard ["ExponentialLR", "StepLR"].contains(name), !isWarm else {
        throw Diagnostic(.import, "“\(name)” of NeMo is not understood here", at: entry.value.range)
      }
      return try torchNode(name, own, at: entry.value.range, besides: [("interval", "step")])
    }
    if sched.has("warmup_steps"), sched.has("warmup_ratio"), let ratio = sched.found("warmup_ratio") {
      throw Diagnostic(.import, "NeMo takes warmup_steps or warmup_ratio, not both", at: ratio.range)
    }
    func part(_ count: String, _ ratio: String) throws(Diagnostic) -> Int {
      if let steps = try sched.count(count) { return steps }
      guard let part = try sched.number(ratio), let entry = sched.found(ratio) else { return 0 }
      return try Conversion.truncated(part * Double(m), at: entry.value.range)
    }
    let w = try part("warmup_steps", "warmup_ratio")
    let least = try (sched.number("min_lr") ?? 0) / base
    guard least <= 1 else {
      throw Diagnostic(.import, "min_lr is above the rate", at: sched.found("min_lr")?.value.range)
    }
    let policy = NeMoPolicy(
      warmup: w, most: m, least: Shown.number(least), hold: try part("hold_steps", "hold_ratio"),
      constant: try part("constant_steps", "constant_ratio"), power: Shown.number(try sched.number("power") ?? 1),
      width: try sched.number("d_model"))
    guard let expression = policy.expression(name) else {
      throw Diagnostic(
        .import, name == "NoamAnnealing" ? "NoamAnnealing has a “d_model”" : "“\(name)” of NeMo is not understood",
        at: entry.value.range, hint: Diagnostic.suggestion(Nearest.match(for: name, among: NeMoPolicy.names)))
    }
    return Draft.expression(expression)
  }
}

/// A policy of NeMo as a factor on the base rate.
struct NeMoPolicy {
  let warmup: Int
  let most: Int
  let least: String
  let hold: Int
  let constant: Int
  let power: String
  let width: Double?

  static let names = [
    "CosineAnnealing", "NoamAnnealing", "WarmupAnnealing", "InverseSquareRootAnnealing", "SquareAnnealing",
    "SquareRootAnnealing", "PolynomialDecayAnnealing", "PolynomialHoldDecayAnnealing",
  ]

  /// (t + 1) / (W + 1) while t ≤ W, the policy, and the floor behind the end.
  func expression(_ name: String) -> String? {
    let (w, m) = (warmup, most)
    let left = max(1, m - w)
    let fall: String
    switch name {
    case "CosineAnnealing":
      if constant > 0 { return cosineWithConstant }
      fall = "(1 - \(least)) * (0.5 * (1.0 + cos(pi * (step - \(w)) / \(left)))) + \(least)"
    case "NoamAnnealing":
      guard let width, width > 0 else { return nil }
      let (t, scale) = ("max(1, step)", "\(Shown.number(width)) ** (-0.5)")
      if w == 0 { return "max(\(scale) * \(t) ** (-0.5), \(least))" }
      let noam = "\(scale) * min(\(t) ** (-0.5), \(t) * \(w) ** (-1.5))"
      return "max(\(noam), \(least)) if step > \(w) else \(noam)"
    case "WarmupAnnealing": fall = "\(least) + (1 - (step - \(w)) / \(left)) * (1 - \(least))"
    case "InverseSquareRootAnnealing": fall = "1 / ((step + 1) / \(w + 1)) ** 0.5"
    case "SquareAnnealing": fall = "max(((\(left) - (step - \(w))) / \(left)) ** 2, \(least))"
    case "SquareRootAnnealing": fall = "max(((\(m) - step) / \(m)) ** 0.5, \(least))"
    case "PolynomialDecayAnnealing":
      fall = "(1 - \(least)) * (1 - min(step - \(w), \(left)) / \(left)) ** \(power) + \(least)"
    case "PolynomialHoldDecayAnnealing":
      let end = w + hold
      let rest = max(1, m - end)
      fall =
        "1 if step < \(end) else (1 - \(least)) * (1 - min(step - \(end), \(rest)) / \(rest)) ** \(power) + \(least)"
    default: return nil
    }
    let rise = w > 0 ? "(step + 1) / \(w + 1) if step <= \(w) else " : ""
    return rise + "\(least) if step > \(m) else " + fall
  }

  private var cosineWithConstant: String {
    let (w, decay) = (warmup, max(1, most - warmup - constant))
    let rise = w > 0 ? "step / \(w) if step <= \(w) else " : ""
    return rise + "\(least) if step > \(w + decay) else "
      + "\(least) + 0.5 * (cos(pi * ((step - \(w)) / \(decay))) + 1.0) * (1 - \(least))"
  }
}
