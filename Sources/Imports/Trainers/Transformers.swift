import Diagnostics
import JSON
import Schedules
import Text

/// transformers' TrainingArguments and what is built on them: TRL's configs, LLaMA-Factory's YAML, flags in scripts.
///
/// Source: transformers.Trainer, 4.30 to 5.23.
extension Conversion {
  private static let keys = [
    "learning_rate", "lr_scheduler_type", "lr_scheduler_kwargs", "warmup_steps", "warmup_ratio", "max_steps",
    "num_train_epochs", "per_device_train_batch_size", "gradient_accumulation_steps", "dataloader_drop_last", "optim",
  ]

  mutating func transformers(_ table: Table) throws(Diagnostic) -> Draft {
    try table.refuseStrangers(besides: Conversion.keys, of: trainer.rawValue)
    try refuseFreeRunning(table.found("optim"))
    if let draft = try deepSpeedInside(table) { return draft }
    let rate = try transformersRate(table)
    let (steps, perEpoch, place) = try transformersSteps(table)
    let warmup = try transformersWarmup(table, steps: steps)
    let name = try table.entry("lr_scheduler_type")
    if name == nil { noteDefault("lr_scheduler_type", "linear") }
    let node = try transformersNode(
      name, kwargs: table.entry("lr_scheduler_kwargs"), warmup: warmup, steps: .count(steps, at: place))
    return Draft(
      type: optimizer(try table.text("optim")), rate: rate, scheduler: node,
      length: .updates(steps, perEpoch: perEpoch))
  }

  /// The rate, whose default depends on the class that reads the file.
  mutating func transformersRate(_ table: Table) throws(Diagnostic) -> Value {
    if case .text(let name)? = table.found("optim")?.value.content, name.folded.holds("adafactor"),
      !table.has("learning_rate"),
      settings.rate == nil
    {
      throw Diagnostic(
        .import, "without learning_rate Adafactor makes its rates while it runs", at: table.found("optim")?.value.range,
        hint: "give --lr")
    }
    let isOfOneClass = trainer == .llamafactory || trainer == .transformers && settings.trainer == .transformers
    return try rate(
      table, ["learning_rate"], standard: isOfOneClass ? 5e-5 : nil,
      why: "“learning_rate” is not in the file, and its default depends on the class that reads it")
  }

  // MARK: Lengths

  /// Updates of the run, of an epoch if that is known, and where they come from.
  mutating func transformersSteps(
    _ table: Table
  ) throws(Diagnostic) -> (steps: Int, perEpoch: Int?, place: SourceRange) {
    let here = table.range.part(0, 1)
    if let steps = settings.steps {
      return (steps, settings.stepsPerEpoch, table.found("max_steps")?.value.range ?? here)
    }
    if settings.epochs == nil, let steps = try table.count("max_steps"), steps > 0 {
      if table.has("num_train_epochs") { note("max_steps wins over num_train_epochs") }
      return (steps, nil, table.found("max_steps")?.value.range ?? here)
    }
    guard let (epochs, place) = try epochs(table, ["num_train_epochs"], standard: 3) else {
      throw Diagnostic(.import, "the length of the run is not in the file", at: here, hint: "give --steps")
    }
    if settings.stepsPerEpoch == nil { try refuseUncountable(table) }
    let floors = isBefore("transformers", [4, 52])
    var batching = Batching(batch: 8)
    if let batch = try table.count("per_device_train_batch_size", "per_gpu_train_batch_size") {
      batching.batch = batch
    } else if settings.stepsPerEpoch == nil, settings.batches == nil {
      noteDefault("per_device_train_batch_size", "8")
    }
    batching.accumulate = try table.count("gradient_accumulation_steps") ?? 1
    batching.dropsLast = try table.flag("dataloader_drop_last") ?? false
    batching.floorsUpdates = floors
    try takeSamplesOff(table)
    let key = table.found("num_train_epochs")?.key ?? "num_train_epochs"
    let updates = try updatesPerEpoch(batching, for: "“\(key)” is \(Shown.number(epochs))", at: place)
    let steps = try Conversion.ceiling(epochs * Double(updates), at: place)
    note("\(Shown.number(epochs)) epochs of \(updates) updates: \(steps) updates")
    return (steps, updates, place)
  }

  /// Refuses lengths that no rule gives from a number of samples.
  private func refuseUncountable(_ table: Table) throws(Diagnostic) {
    let hint = "give --steps, or --steps-per-epoch"
    if table.has("num_generations"), let entry = table.found("num_generations") {
      throw Diagnostic(
        .import, "a prompt is repeated num_generations times, so the samples do not give the updates", at: entry.range,
        hint: hint)
    }
    let packs = [try table.flag("packing"), try table.flag("neat_packing")].contains(true)
    if packs,
      let entry = table.found(["packing", "neat_packing"])
    {
      throw Diagnostic(
        .import, "with packing the number of sequences depends on their lengths", at: entry.range, hint: hint)
    }
  }

  // MARK: Warm-up

  /// Updates of the warm-up: `warmup_steps` if above 0, else `warmup_ratio` of the run, rounded up.
  mutating func transformersWarmup(_ table: Table, steps: Int) throws(Diagnostic) -> Value {
    let isOld = isBefore("transformers", [5])
    if let entry = table.found("warmup_steps"), let count = try table.number("warmup_steps"), count != 0 {
      let place = entry.value.range
      if count >= 1 { return .count(try Conversion.truncated(count, at: place), at: place) }
      guard count > 0 else { throw Diagnostic(.import, "“warmup_steps” must be 0 or more", at: place) }
      guard !isOld else {
        throw Diagnostic(
          .import,
          "transformers counts warmup_steps in steps before 5.0, and \(Shown.number(count)) is no number of steps",
          at: place, hint: "warmup_ratio is the part of the run")
      }
      return try warmup(part: count, of: steps, at: place)
    }
    guard let entry = table.found("warmup_ratio"), let ratio = try table.number("warmup_ratio"), ratio != 0 else {
      return .count(0, at: table.found("warmup_steps")?.value.range ?? table.range.part(0, 1))
    }
    if let version = settings.version, version.library == "transformers", !version.isBefore(5, 2) {
      throw Diagnostic(
        .import, "transformers has no warmup_ratio since 5.2", at: entry.keyRange,
        hint: "there a warmup_steps below 1 is the part of the run")
    }
    guard ratio > 0, ratio <= 1 else {
      throw Diagnostic(.import, "“warmup_ratio” must be from 0 to 1", at: entry.value.range)
    }
    return try warmup(part: ratio, of: steps, at: entry.value.range)
  }

  private mutating func warmup(part: Double, of steps: Int, at place: SourceRange) throws(Diagnostic) -> Value {
    let count = try Conversion.ceiling(Double(steps) * part, at: place)
    note("warm-up: \(Shown.number(part)) of \(steps) updates, rounded up: \(count)")
    return .count(count, at: place)
  }

  // MARK: Kinds

  /// The kind of a name that `get_scheduler` knows.
  mutating func transformersNode(
    _ name: Entry?, kwargs: Entry?, warmup: Value, steps: Value, besides extra: [(String, Value?)] = []
  ) throws(Diagnostic) -> Value {
    var word = "linear"
    if let name {
      guard case .text(let text) = name.value.content else {
        throw Diagnostic(.import, "“\(name.key)” must be a name, not \(name.value.typeName)", at: name.value.range)
      }
      // A dumped enumeration is SchedulerType.COSINE.
      word = text.behindLastDot.lowercased()
    }
    let place = name?.value.range ?? steps.range
    let family = Catalogue.kinds(of: "transformers")
    guard let kind = family.first(where: { $0 == "transformers.\(word)" }) else {
      throw Diagnostic(
        .import, "there is no schedule “\(word)” in transformers", at: place,
        hint: Diagnostic.suggestion(
          Nearest.match(for: word, among: family.map(\.behindLastDot))) ?? family.map(\.behindLastDot).joined(by: ", "))
    }
    try refuseWatchers(kind, at: place)
    var members: [(String, Value?)] = [("num_warmup_steps", warmup), ("num_training_steps", steps)]
    if word == "constant" {
      if case .number(let number) = warmup.content, number.value > 0 { note("constant has no warm-up") }
      members = []
    }
    if word == "constant_with_warmup" || word == "inverse_sqrt" { members = [("num_warmup_steps", warmup)] }
    members += extra
    for member in try keywords(kwargs) { members.append((member.key, member.value)) }
    return Draft.node(kind, at: place, members)
  }

  /// Refuses kinds that watch a metric, which no configuration holds.
  func refuseWatchers(_ kind: String, at place: SourceRange) throws(Diagnostic) {
    let name = kind.behindLastDot.folded
    guard name.holds("plateau") || name == "greedy" else { return }
    throw Diagnostic(
      .import, "\(kind) watches a metric, and a configuration holds none", at: place,
      hint: "write a schedule file with “metric”")
  }

  /// The members of a table of keywords, which may be JSON in a text.
  func keywords(_ entry: Entry?) throws(Diagnostic) -> [Member] {
    guard let entry else { return [] }
    var value = entry.value
    if case .text(let text) = value.content {
      guard let read = try? Scanner.read(Source(name: "", bytes: Bytes(text.utf8))) else {
        throw Diagnostic(.import, "“\(entry.key)” must be a table, or JSON in a text", at: value.range)
      }
      value = Datum(read).placed(at: value.range)
    }
    let table = try Table(value, name: entry.key)
    var members: [Member] = []
    for inner in table.entries {
      if case .null = inner.value.content { continue }
      // A number in quotes, or one that YAML reads as text, is a number.
      let value = try inner.value.numericValue()
      members.append(Member(key: inner.key, at: inner.keyRange, value: value))
    }
    return members
  }
}

extension Catalogue {
  /// The full names of a family's kinds.
  static func kinds(of family: String) -> [String] {
    families.first { $0.name == family }?.kinds.map(\.fullName) ?? []
  }
}

extension Datum {
  /// The datum with all of it at one place.
  func placed(at range: SourceRange) -> Datum {
    switch content {
    case .list(let elements): Datum(.list(elements.map { $0.placed(at: range) }), at: range)
    case .table(let entries):
      Datum(.table(entries.map { Entry($0.key, at: range, $0.value.placed(at: range)) }), at: range)
    default: Datum(content, at: range)
    }
  }
}
