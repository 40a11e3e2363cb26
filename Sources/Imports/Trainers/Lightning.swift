import Diagnostics
import JSON
import Schedules
import Text

/// Lightning CLI's YAML: `optimizer`, `lr_scheduler`, `trainer`. Schedulers of torch, stepped per epoch.
///
/// Source: lightning.pytorch.cli, 2.6.
extension Conversion {
  mutating func lightning(_ table: Table) throws(Diagnostic) -> Draft {
    guard let scheduler = try table.table("lr_scheduler") else {
      throw Diagnostic(
        .import, "there is no lr_scheduler in the file; the module makes it itself", at: table.range.part(0, 1))
    }
    let kind = try torchKind(scheduler.found("class_path"), at: scheduler.range)
    let optimizer = try table.table("optimizer")
    let options = try optimizer?.table("init_args") ?? Table([], at: table.range)
    let rate = try rate(options, ["lr"], standard: nil, why: "the optimizer’s “lr” is not in the file")
    let node = try torchNode(kind, scheduler.table("init_args"), at: scheduler.range)
    let trainer = try table.table("trainer") ?? Table([], at: table.range)
    var draft = Draft(
      type: self.optimizer(try optimizer?.text("class_path"), standard: "SGD"), rate: rate, scheduler: node,
      length: try lightningLength(trainer))
    if let momentum = try options.number("momentum"), draft.type == "SGD" { draft.momentum = .number(momentum) }
    return draft
  }

  private mutating func lightningLength(_ trainer: Table) throws(Diagnostic) -> Draft.Length {
    let place = trainer.found(["max_epochs", "max_steps"])?.value.range ?? trainer.range.part(0, 1)
    var perEpoch = settings.stepsPerEpoch
    if perEpoch == nil, let batches = settings.batches {
      let accumulate = try given(settings.accumulate, trainer.count("accumulate_grad_batches")) ?? 1
      perEpoch = Conversion.parts(Conversion.parts(batches, of: worldSize()), of: max(1, accumulate))
    }
    let steps =
      try given(settings.steps, settings.epochs == nil ? trainer.positive("max_steps") : nil)
    if let steps {
      guard let perEpoch else {
        throw Diagnostic(
          .import, "the scheduler is stepped per epoch, and the run is given in updates", at: place,
          hint: "give --steps-per-epoch")
      }
      return .epochs(Conversion.parts(steps, of: perEpoch), of: perEpoch)
    }
    guard let (epochs, _) = try epochs(trainer, ["max_epochs"], standard: 1000), let epochs = Int(exactly: epochs)
    else {
      throw Diagnostic(.import, "“max_epochs” must be a whole number above 0", at: place)
    }
    if perEpoch == nil { note("a row is an epoch; --steps-per-epoch makes updates of it") }
    return .epochs(epochs, of: perEpoch ?? 1)
  }

  /// The kind of torch that a class path means.
  func torchKind(_ entry: Entry?, at place: SourceRange) throws(Diagnostic) -> String {
    guard let entry, case .text(let path) = entry.value.content else {
      throw Diagnostic(.import, "the scheduler has no “class_path”", at: place)
    }
    let kinds = Catalogue.kinds(of: "torch")
    let name = path.behindLastDot
    let isTorch = path == name || path.hasPrefix("torch.optim.") || path.hasPrefix("lightning.pytorch.cli.")
    guard isTorch, kinds.contains(name) else {
      throw Diagnostic(
        .import, "“\(path)” is no scheduler of torch", at: entry.value.range,
        hint: isTorch ? Diagnostic.suggestion(Nearest.match(for: name, among: kinds)) : "its code is not run")
    }
    try refuseWatchers(name, at: entry.value.range)
    return name
  }

  /// A node of torch with the arguments of its constructor.
  func torchNode(
    _ kind: String, _ arguments: Table?, at place: SourceRange, besides extra: [(String, Value?)] = []
  ) throws(Diagnostic) -> Value {
    var members = extra
    for entry in arguments?.entries ?? [] where !["verbose", "optimizer"].contains(entry.key) {
      if case .null = entry.value.content { continue }
      if entry.key == "last_epoch", entry.value.readNumber?.value == -1 { continue }
      guard let needed = try arguments?.entry(entry.key) else { continue }
      let value = try needed.value.numericValue()
      members.append((entry.key, value))
    }
    return Draft.node(kind, at: place, members)
  }
}
