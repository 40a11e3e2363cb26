import Diagnostics
import JSON
import Schedules
import Text

/// kohya's sd-scripts: TOML whose sections mean nothing, or the same names as flags.
///
/// Source: sd-scripts 48d368f, library/train_util.py.
extension Conversion {
  private static let kohyaKeys = [
    "learning_rate", "unet_lr", "text_encoder_lr", "lr_scheduler", "lr_warmup_steps", "lr_decay_steps",
    "lr_scheduler_num_cycles", "lr_scheduler_power", "lr_scheduler_timescale", "lr_scheduler_min_lr_ratio",
    "lr_scheduler_type", "lr_scheduler_args",
  ]

  mutating func kohya(_ table: Table) throws(Diagnostic) -> Draft {
    let table = table.flattened
    try table.refuseStrangers(besides: Conversion.kohyaKeys, of: "sd-scripts")
    try refuseFreeRunning(table.found("optimizer_type"))
    let (steps, place) = try kohyaSteps(table)
    let node = try kohyaNode(table, steps: steps, at: place)
    var draft = Draft(
      type: optimizer(try table.text("optimizer_type")), scheduler: node, length: .updates(steps, perEpoch: nil))
    let rate = try rate(table, ["learning_rate"], standard: 2e-6)
    draft.rate = rate
    // An optimizer of two groups where one of the rates is given.
    if table.has("unet_lr") || table.has("text_encoder_lr") {
      draft.groups.append(Draft.Group(name: "unet", rate: try kohyaRate(table, "unet_lr") ?? rate))
      if try table.flag("network_train_unet_only") != true {
        draft.groups.append(Draft.Group(name: "text_encoder", rate: try kohyaRate(table, "text_encoder_lr") ?? rate))
      }
    }
    return draft
  }

  private func kohyaRate(_ table: Table, _ key: String) throws(Diagnostic) -> Value? {
    guard let entry = try table.entry(key), let first = try table.numbers(key)?.first else { return nil }
    _ = entry
    return first
  }

  private mutating func kohyaSteps(_ table: Table) throws(Diagnostic) -> (Int, SourceRange) {
    let here = table.range.part(0, 1)
    if let steps = settings.steps { return (steps, table.found("max_train_steps")?.value.range ?? here) }
    if settings.epochs != nil || table.has("max_train_epochs"),
      let (epochs, place) = try epochs(table, ["max_train_epochs"], standard: nil)
    {
      var batching = Batching(batch: try table.count("train_batch_size") ?? 1)
      batching.accumulate = try table.count("gradient_accumulation_steps") ?? 1
      guard settings.stepsPerEpoch != nil || settings.batches != nil else {
        throw Diagnostic(
          .import, "“max_train_epochs” counts, and the batches depend on the data set with its repeats and buckets",
          at: place, hint: "give --batches, --steps-per-epoch or --steps")
      }
      let updates = try updatesPerEpoch(batching, for: "“max_train_epochs” counts", at: place)
      return (try Conversion.ceiling(epochs * Double(updates), at: place), place)
    }
    if let steps = try table.count("max_train_steps") {
      return (steps, table.found("max_train_steps")?.value.range ?? here)
    }
    noteDefault("max_train_steps", "1600")
    return (1600, here)
  }

  private mutating func kohyaNode(_ table: Table, steps: Int, at place: SourceRange) throws(Diagnostic) -> Value {
    if let type = try table.entry("lr_scheduler_type"), case .text(let path) = type.value.content, !path.isEmpty {
      let kind = try torchKind(type, at: type.value.range)
      return Draft.node(
        kind, at: type.value.range, [("interval", "step")] + (try pairs(table.entry("lr_scheduler_args"))))
    }
    let (name, entry) = try diffusersScheduler(table)
    let spot = entry?.value.range ?? place
    // Steps given as a number without a point are steps, others a part of the run.
    let processes = try kohyaProcesses(table)
    let (all, overflow) = steps.multipliedReportingOverflow(by: processes)
    guard !overflow else { throw Diagnostic(.import, "these would be too many steps", at: place) }
    let warmup = try kohyaCount(table, "lr_warmup_steps", of: all) ?? .count(0, at: spot)
    let decay = try kohyaCount(table, "lr_decay_steps", of: all) ?? .count(0, at: spot)
    guard case .number(let w) = warmup.content, case .number(let d) = decay.content else { return warmup }
    if name == "constant", w.value > 0 {
      throw Diagnostic(
        .import, "sd-scripts refuses a warm-up with “constant”", at: warmup.range, hint: "constant_with_warmup has one")
    }
    var extra: [(String, Value?)] = []
    let cycles = try table.number("lr_scheduler_num_cycles") ?? 1
    let least = try table.number("lr_scheduler_min_lr_ratio")
    let cyclesPlace = table.found("lr_scheduler_num_cycles")?.value.range ?? spot
    switch name {
    case "cosine_with_restarts":
      extra.append(("num_cycles", .number(cycles).placed(at: cyclesPlace)))
    case "polynomial": extra.append(("power", .number(try table.number("lr_scheduler_power") ?? 1)))
    case "inverse_sqrt":
      if let scale = try table.number("lr_scheduler_timescale") { extra.append(("timescale", .number(scale))) }
    case "cosine_with_min_lr":
      extra += [("num_cycles", .decimal(cycles / 2)), ("min_lr_rate", least.map { .number($0) })]
    case "warmup_stable_decay":
      extra += [
        ("num_decay_steps", decay), ("num_stable_steps", .count(all - Int(w.value) - Int(d.value), at: decay.range)),
        ("num_cycles", .decimal(cycles / 2)), ("min_lr_ratio", .number(least ?? 0)),
      ]
    case "piecewise_constant", "adafactor":
      throw Diagnostic(.import, "“\(name)” is not understood", at: spot)
    default: break
    }
    let standard = Entry("lr_scheduler", at: spot, Datum(.text(name), at: spot))
    // accelerate steps the schedule once for each process.
    if processes > 1 { extra.append(("times", .integer(processes))) }
    return try transformersNode(
      entry ?? standard, kwargs: nil, warmup: warmup, steps: .count(all, at: place), besides: extra)
  }

  /// The processes, by which accelerate steps the schedule in every update; a whole-number warm-up depends on them.
  private mutating func kohyaProcesses(_ table: Table) throws(Diagnostic) -> Int {
    if let world = settings.worldSize { return world }
    if let entry = table.found("lr_warmup_steps"), let number = entry.value.readNumber, number.isInteger,
      number.value > 0
    {
      throw Diagnostic(
        .import, "the schedule is stepped once per process, and a warm-up in steps ends that much earlier",
        at: entry.value.range, hint: "give --world-size, 1 for one process")
    }
    return worldSize()
  }

  private mutating func kohyaCount(_ table: Table, _ key: String, of all: Int) throws(Diagnostic) -> Value? {
    guard let entry = try table.entry(key) else { return nil }
    let number = try Table.number(entry)
    guard number >= 0 else { throw Diagnostic(.import, "“\(key)” must be 0 or more", at: entry.value.range) }
    if entry.value.readNumber?.isInteger == true {
      return .count(try Conversion.truncated(number, at: entry.value.range), at: entry.value.range)
    }
    let count = try Conversion.truncated(number * Double(all), at: entry.value.range)
    note("\(key): \(Shown.number(number)) of \(all), rounded down: \(count)")
    return .count(count, at: entry.value.range)
  }

  /// `["T_max=100", "eta_min=1e-6"]` as members.
  private func pairs(_ entry: Entry?) throws(Diagnostic) -> [(String, Value?)] {
    guard let entry else { return [] }
    let elements = if case .list(let elements) = entry.value.content { elements } else { [entry.value] }
    var pairs: [(String, Value?)] = []
    for element in elements {
      guard case .text(let text) = element.content, let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) else {
        throw Diagnostic(.import, "“\(entry.key)” holds texts such as \"T_max=100\"", at: element.range)
      }
      let name = String(text[..<equals])
      let read = try PythonLiterals.read(Bytes("x = \(text[text.utf8.index(after: equals)...])".utf8))
      guard case .table(let entries) = read.content, let value = entries.first?.value else { continue }
      pairs.append((name, try value.placed(at: element.range).value()))
    }
    return pairs
  }
}

extension Value {
  func placed(at range: SourceRange) -> Value { Value(content, at: range) }
}
