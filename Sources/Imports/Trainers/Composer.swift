import Diagnostics
import JSON
import Schedules
import Text

/// llm-foundry's YAML on Composer: times such as `480ba`, `1ep`, `0.1dur`.
///
/// Source: composer.optim.scheduler 0.32, llmfoundry.utils.builders 8c8dd48.
extension Conversion {
  private static let composerNames = [
    ("cosine_with_warmup", "CosineAnnealingWithWarmupScheduler"),
    ("linear_decay_with_warmup", "LinearWithWarmupScheduler"),
    ("constant_with_warmup", "ConstantWithWarmupScheduler"),
  ]

  mutating func composer(_ table: Table) throws(Diagnostic) -> Draft {
    guard let scheduler = try table.table("scheduler"), let entry = try scheduler.entry("name"),
      case .text(let name) = entry.value.content
    else { throw Diagnostic(.import, "there is no scheduler with a name in the file", at: table.range.part(0, 1)) }
    let kinds = Catalogue.kinds(of: "composer").map(\.behindLastDot)
    guard
      let kind = Conversion.composerNames.first(where: { $0.0 == name })?.1
        ?? kinds.first(where: { $0 == name.behindLastDot })
    else {
      throw Diagnostic(
        .import, "the schedule “\(name)” is not understood", at: entry.value.range,
        hint: Diagnostic.suggestion(Nearest.match(for: name, among: Conversion.composerNames.map(\.0))))
    }
    guard let optimizer = try table.table("optimizer") else {
      throw Diagnostic(.import, "there is no optimizer in the file", at: table.range.part(0, 1))
    }
    let rate = try rate(optimizer, ["lr"], standard: nil, why: "the optimizer has no lr")
    let length = try composerLength(table)
    let known = Catalogue.kind(named: "composer.\(kind)")?.declaration.parameters.map(\.name) ?? []
    var members: [(String, Value?)] = []
    for parameter in scheduler.entries where !["name", "_target_", "schedulers"].contains(parameter.key) {
      if case .null = parameter.value.content { continue }
      guard known.contains(parameter.key) else {
        throw Diagnostic(
          .import, "\(kind) has no “\(parameter.key)”", at: parameter.keyRange,
          hint: Diagnostic.suggestion(Nearest.match(for: parameter.key, among: known)))
      }
      guard let needed = try scheduler.entry(parameter.key) else { continue }
      members.append((parameter.key, try composerTime(needed, table)))
    }
    if let ratio = try table.number("scale_schedule_ratio"), ratio != 1 {
      members.append(("scale_schedule_ratio", .number(ratio)))
    }
    return Draft(
      type: self.optimizer(try optimizer.text("name")), rate: rate,
      scheduler: Draft.node("composer.\(kind)", at: entry.value.range, members), length: length)
  }

  private mutating func composerLength(_ table: Table) throws(Diagnostic) -> Draft.Length {
    if let steps = settings.steps { return .updates(steps, perEpoch: settings.stepsPerEpoch) }
    guard let entry = try table.entry("max_duration") else {
      throw Diagnostic(
        .import, "there is no max_duration in the file", at: table.range.part(0, 1), hint: "give --steps")
    }
    if let epochs = settings.epochs { return .epochs(epochs, of: try composerEpoch(entry)) }
    let (count, unit) = try ComposerTime.parts(entry)
    switch unit {
    case "ba": return .updates(try Conversion.truncated(count, at: entry.value.range), perEpoch: settings.stepsPerEpoch)
    case "ep":
      return .epochs(try Conversion.truncated(count, at: entry.value.range), of: try composerEpoch(entry))
    case "sp":
      guard let batch = try table.count("global_train_batch_size"), batch > 0 else { fallthrough }
      return .updates(
        Conversion.parts(try Conversion.truncated(count, at: entry.value.range), of: batch),
        perEpoch: settings.stepsPerEpoch)
    default:
      throw Diagnostic(
        .import, "how many batches \(Shown.number(count)) \(unit) are depends on the data", at: entry.value.range,
        hint: "give --steps")
    }
  }

  private mutating func composerEpoch(_ entry: Entry) throws(Diagnostic) -> Int {
    if let steps = settings.stepsPerEpoch ?? settings.batches { return steps }
    throw Diagnostic(
      .import, "“\(entry.key)” counts epochs, and the batches of an epoch are not in the file", at: entry.value.range,
      hint: "give --steps-per-epoch")
  }

  /// A time that the kind understands: samples become batches, tokens are refused.
  private func composerTime(_ entry: Entry, _ table: Table) throws(Diagnostic) -> Value {
    guard case .text(let text) = entry.value.content, let last = text.utf8.last, last.isLetter,
      text.utf8.first.map(\.isDigit) == true
    else { return try entry.value.numericValue() }
    let (count, unit) = try ComposerTime.parts(entry)
    switch unit {
    case "ba", "ep", "dur": return Value(.string(text), at: entry.value.range)
    case "sp":
      if let batch = try table.count("global_train_batch_size"), batch > 0 {
        return Value(.string("\(Shown.number((count / Double(batch)).rounded(.up)))ba"), at: entry.value.range)
      }
      fallthrough
    default:
      throw Diagnostic(
        .import, "how many batches “\(text)” are depends on the data", at: entry.value.range,
        hint: "write it in ba or dur")
    }
  }
}

/// `480ba`, `1ep`, `0.1dur`.
enum ComposerTime {
  static func parts(_ entry: Entry) throws(Diagnostic) -> (count: Double, unit: String) {
    guard case .text(let text) = entry.value.content else {
      throw Diagnostic(.import, "“\(entry.key)” must be a time such as 480ba", at: entry.value.range)
    }
    let bytes = Bytes(text.utf8)
    let digits = bytes.prefix { $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") }
    guard let count = YAMLScalar.number(Bytes(digits).text), count.value.isFinite else {
      throw Diagnostic(.import, "“\(entry.key)” must be a time such as 480ba", at: entry.value.range)
    }
    return (count.value, Bytes(bytes.dropFirst(digits.count)).text)
  }
}
