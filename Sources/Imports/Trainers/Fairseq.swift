import Diagnostics
import JSON
import Schedules
import Text

/// fairseq: hydra's YAML, or flags. Row u is step_update(u).
///
/// Source: fairseq.optim.lr_scheduler, 3d262bb.
extension Conversion {
  mutating func fairseq(_ table: Table) throws(Diagnostic) -> Draft {
    let optimization = try table.table("optimization") ?? table
    guard let entry = try table.entry("lr_scheduler") else {
      throw Diagnostic(.import, "there is no lr_scheduler in the file", at: table.range.part(0, 1))
    }
    let own: Table
    let name: Entry?
    if case .table = entry.value.content {
      own = try Table(entry.value, name: "lr_scheduler")
      name = try own.entry("_name")
    } else {
      // As flags all stand side by side.
      own = table.found("optimization") == nil ? table : Table([], at: entry.value.range)
      name = entry
    }
    guard let name, case .text(let word) = name.value.content else {
      throw Diagnostic(.import, "“lr_scheduler” has no “_name”", at: entry.value.range)
    }
    let kinds = Catalogue.kinds(of: "fairseq").map(\.behindLastDot)
    guard kinds.contains(word), word != "pass_through" else {
      throw Diagnostic(
        .import, "fairseq has no schedule “\(word)” that can be drawn", at: name.value.range,
        hint: Diagnostic.suggestion(Nearest.match(for: word, among: kinds)))
    }
    try refuseWatchers("fairseq.\(word)", at: name.value.range)
    let rates = try fairseqRates(optimization)
    let steps = try fairseqSteps(optimization, own, at: name.value.range)
    let known = Catalogue.kind(named: "fairseq.\(word)")?.declaration.parameters.map(\.name) ?? []
    try own.refuseStrangers(
      besides: known + ["_name", "lr", "lr_scheduler"], harmless: ["reset_lr_scheduler"], of: "fairseq.\(word)")
    var members: [(String, Value?)] = []
    for parameter in known where parameter != "lrs" && parameter != "max_update" {
      guard let entry = try own.entry(parameter) else { continue }
      if entry.value.readNumber != nil {
        members.append((parameter, .number(try Table.number(entry)).placed(at: entry.value.range)))
      } else if case .text(let text) = entry.value.content, let list = try? own.numbers(parameter),
        text.utf8.contains(UInt8(ascii: ","))
      {
        members.append((parameter, Value(.array(list), at: entry.value.range)))
      } else {
        members.append((parameter, try entry.value.value()))
      }
    }
    if known.contains("max_update") {
      let place = optimization.found("max_update")?.value.range ?? name.value.range
      members.append(
        ("max_update", .count(try optimization.count("max_update").flatMap { $0 > 0 ? $0 : nil } ?? steps, at: place)))
    }
    if rates.count > 1 {
      guard known.contains("lrs") else {
        throw Diagnostic(.import, "“lr” has one rate an epoch", at: optimization.found("lr")?.value.range)
      }
      members.append(("lrs", Value(.array(rates), at: optimization.found("lr")?.value.range ?? name.value.range)))
    }
    let optimizer = try table.found("optimizer").flatMap { (entry) throws(Diagnostic) -> String? in
      if case .text(let text) = entry.value.content { return text }
      return try Table(entry.value).text("_name")
    }
    return Draft(
      type: self.optimizer(optimizer), rate: settings.rate.map { .number($0) } ?? rates.first,
      scheduler: Draft.node("fairseq.\(word)", at: name.value.range, members),
      length: .updates(steps, perEpoch: settings.stepsPerEpoch))
  }

  private func fairseqRates(_ optimization: Table) throws(Diagnostic) -> [Value] {
    if let rate = settings.rate { return [.number(rate)] }
    guard let rates = try optimization.numbers("lr"), !rates.isEmpty else {
      throw Diagnostic(.import, "there is no “lr” in the file", at: optimization.range.part(0, 1), hint: "give --lr")
    }
    return rates
  }

  private mutating func fairseqSteps(_ optimization: Table, _ own: Table, at place: SourceRange) throws(Diagnostic)
    -> Int
  {
    if let steps = settings.steps { return steps }
    if settings.epochs == nil, let steps = try optimization.count("max_update"), steps > 0 { return steps }
    guard let (epochs, place) = try epochs(optimization, ["max_epoch"], standard: nil) else {
      if let total = try own.number("total_num_update"), let steps = Int(exactly: total), steps > 0 {
        note("the length of the run is taken from total_num_update")
        return steps
      }
      throw Diagnostic(.import, "the length of the run is not in the file", at: place, hint: "give --steps")
    }
    guard let updates = settings.stepsPerEpoch else {
      throw Diagnostic(
        .import, "“max_epoch” is \(Shown.number(epochs)), and the updates of an epoch are not in the file", at: place,
        hint: "give --steps-per-epoch, or --steps")
    }
    return try Conversion.ceiling(epochs * Double(updates), at: place)
  }
}
