import Diagnostics
import JSON
import Schedules
import Text

/// MMEngine's Python configurations: `param_scheduler`, `optim_wrapper`, `train_cfg`.
///
/// Source: mmengine.runner.Runner, mmengine.config, mmengine.optim.scheduler, 0.10.7.
extension Conversion {
  mutating func mmengine(_ table: Table) throws(Diagnostic) -> Draft {
    let table = try withBases(table)
    guard let optimizer = try table.table("optim_wrapper")?.table("optimizer") else {
      throw elsewhere("optim_wrapper.optimizer", table)
    }
    let wrapper = try table.table("optim_wrapper")
    let rate = try scaled(try rate(optimizer, ["lr"], standard: nil, why: "the optimizer has no lr"), table)
    if let count = try wrapper?.count("accumulative_counts"), count > 1 {
      note("rows are iterations; the weights are updated in every \(count). of them")
    }
    if wrapper?.has("paramwise_cfg") == true {
      note("paramwise_cfg makes groups of other rates; this is the base rate")
    }
    let nodes = try mmengineNodes(table)
    var draft = Draft(
      type: self.optimizer(Conversion.name(of: optimizer.found("type")), standard: "SGD"), rate: rate,
      scheduler: nodes.value, length: try mmengineLength(table, nodes))
    if let momentum = try optimizer.number("momentum"), draft.type == "SGD" { draft.momentum = .number(momentum) }
    return draft
  }

  private struct Nodes {
    var value: Value
    var countEpochs = false
    var countIterations = false
    var convert = false
    var range: SourceRange
  }

  private mutating func mmengineNodes(_ table: Table) throws(Diagnostic) -> Nodes {
    guard let entry = try table.entry("param_scheduler") else {
      if let bases = table.found("_base_") {
        throw Diagnostic(
          .import, "“param_scheduler” is not in this file, and may be in its _base_", at: bases.range,
          hint: "import the configuration that the run wrote, vis_data/config.py, or give --with the base")
      }
      note("there is no param_scheduler: the rate is constant")
      return Nodes(value: Draft.expression("1"), countIterations: true, range: table.range.part(0, 1))
    }
    let elements = if case .list(let elements) = entry.value.content { elements } else { [entry.value] }
    var nodes = Nodes(value: [], range: entry.value.range)
    var values: [Value] = []
    for element in elements {
      let inner = try Table(element, name: "param_scheduler")
      guard let type = inner.found("type"), let name = Conversion.name(of: type) else {
        throw Diagnostic(.import, "a scheduler has a “type”", at: element.range)
      }
      let kinds = Catalogue.kinds(of: "mmengine")
      guard kinds.contains("mmengine.\(name.behindLastDot)") else {
        throw Diagnostic(
          .import, "MMEngine has no scheduler “\(name)”", at: type.value.range,
          hint: Diagnostic.suggestion(Nearest.match(for: name, among: kinds.map(\.behindLastDot))))
      }
      try refuseWatchers("mmengine.\(name.behindLastDot)", at: type.value.range)
      let counts = try inner.flag("by_epoch") ?? true
      nodes.countEpochs = nodes.countEpochs || counts
      nodes.countIterations = nodes.countIterations || !counts
      let converts = try inner.flag("convert_to_iter_based") ?? false
      nodes.convert = nodes.convert || converts
      var members: [(String, Value?)] = []
      for parameter in inner.entries where !["type", "_scope_", "verbose", "_delete_"].contains(parameter.key) {
        if case .null = parameter.value.content { continue }
        guard let entry = try inner.entry(parameter.key) else { continue }
        members.append((entry.key, try entry.value.value()))
      }
      values.append(Draft.node("mmengine.\(name.behindLastDot)", at: type.value.range, members))
    }
    nodes.value = Value(.array(values), at: entry.value.range)
    return nodes
  }

  private mutating func mmengineLength(_ table: Table, _ nodes: Nodes) throws(Diagnostic) -> Draft.Length {
    let loop = try table.table("train_cfg")
    let place = loop?.range ?? table.range.part(0, 1)
    let iterations = try given(settings.steps, settings.epochs == nil ? loop?.count("max_iters") : nil)
    let epochs = try given(settings.epochs, loop?.count("max_epochs"))
    let needsEpochLength =
      nodes.convert || nodes.countIterations && iterations == nil || nodes.countEpochs && iterations != nil
    var perEpoch = settings.stepsPerEpoch
    if perEpoch == nil, needsEpochLength || settings.datasetSize != nil || settings.batches != nil {
      let loader = try table.table("train_dataloader")
      var batching = Batching(batch: try loader?.count("batch_size") ?? 0)
      batching.dropsLast = try loader?.flag("drop_last") ?? false
      if batching.batch > 0 || settings.batches != nil { perEpoch = batches(batching) }
    }
    guard perEpoch != nil || !needsEpochLength else {
      throw Diagnostic(
        .import, "epochs and iterations are both counted, and the iterations of an epoch are not in the file",
        at: nodes.range, hint: "give --steps-per-epoch, or --dataset-size where train_dataloader has a batch_size")
    }
    if let iterations { return .updates(iterations, perEpoch: perEpoch) }
    guard let epochs, epochs > 0 else {
      throw elsewhere("train_cfg.max_epochs", table, at: place, hint: "give --epochs")
    }
    if perEpoch == nil { note("a row is an epoch; --steps-per-epoch makes iterations of it") }
    return .epochs(epochs, of: perEpoch ?? 1)
  }

  /// The rate with `auto_scale_lr`: times the real batch by the one it was made for.
  private mutating func scaled(_ rate: Value, _ table: Table) throws(Diagnostic) -> Value {
    guard let scaling = try table.table("auto_scale_lr"), try scaling.flag("enable") == true,
      let base = try scaling.count("base_batch_size"), base > 0, case .number(let number) = rate.content
    else { return rate }
    guard let world = settings.worldSize, let batch = try table.table("train_dataloader")?.count("batch_size") else {
      throw Diagnostic(
        .import, "auto_scale_lr multiplies the rate by the real batch, which is not in the file", at: scaling.range,
        hint: "give --world-size; train_dataloader must have a batch_size")
    }
    let real = Double(batch) * Double(world)
    note("auto_scale_lr: \(Shown.number(number.value)) by \(Shown.number(real)) / \(base)")
    return .number(number.value * (real / Double(base)), at: rate.range)
  }

  /// The name in a value: a text, or in newer configurations a class.
  static func name(of entry: Entry?) -> String? {
    guard let entry, case .text(let name) = entry.value.content else { return nil }
    return name
  }

  /// That a key is not there, and where it may be instead.
  func elsewhere(_ key: String, _ table: Table, at place: SourceRange? = nil, hint: String? = nil) -> Diagnostic {
    if let bases = table.found("_base_") {
      return Diagnostic(
        .import, "“\(key)” is not in this file, and may be in its _base_", at: bases.range,
        hint: "import the configuration that the run wrote, vis_data/config.py, or give --with the base")
    }
    return Diagnostic(.import, "“\(key)” is not in the file", at: place ?? table.range.part(0, 1), hint: hint)
  }
}
