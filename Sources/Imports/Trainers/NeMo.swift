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
      try given(settings.steps, settings.epochs == nil ? trainer.positive("max_steps") : nil)
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
    let accumulate = try given(settings.accumulate, trainer.count("accumulate_grad_batches")) ?? 1
    var updates = settings.stepsPerEpoch
    if updates == nil, let samples = settings.datasetSize, let batch = try data?.count("batch_size"), batch > 0 {
      let own = Conversion.parts(samples, of: worldSize())
      let batches = Conversion.parts(own, of: batch, floors: drops)
      updates = Conversion.parts(batches, of: max(1, accumulate))
      note("\(samples) samples by \(batch): \(batches) batches, \(updates ?? 0) updates an epoch")
    }
    if updates == nil, let batches = settings.batches {
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
    let known = Catalogue.families.first { $0.name == "nemo" }?.kinds ?? []
    guard let kind = known.first(where: { $0.name.isSame(as: name) }) else {
      throw Diagnostic(
        .import, "“\(name)” of NeMo is not understood", at: entry.value.range,
        hint: Diagnostic.suggestion(Nearest.match(for: name, among: known.map(\.name))))
    }
    func positive(_ count: Int) -> Value? { count > 0 ? .integer(count) : nil }
    let all: [(String, Value?)] = [
      ("warmup_steps", positive(w)), ("max_steps", .integer(m)),
      ("min_lr", try sched.number("min_lr").map { .number($0) } ?? 0),
      ("hold_steps", positive(try part("hold_steps", "hold_ratio"))),
      ("constant_steps", positive(try part("constant_steps", "constant_ratio"))),
      ("power", try sched.number("power").map { .number($0) }),
      ("decay_rate", try sched.number("decay_rate").map { .number($0) }),
      ("d_model", try sched.number("d_model").map { .number($0) }),
    ]
    let parameters = kind.declaration.parameters
    let needed = parameters.first { parameter in
      parameter.isRequired && !all.contains { $0.0 == parameter.name && $0.1 != nil }
    }
    if let needed { throw Diagnostic(.import, "\(name) has a “\(needed.name)”", at: entry.value.range) }
    return Draft.node(
      kind.fullName, at: entry.value.range, all.filter { given in parameters.contains { $0.name == given.0 } })
  }
}
