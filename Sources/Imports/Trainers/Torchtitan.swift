import Diagnostics
import Schedules
import JSON
import Text

/// torchtitan's TOML, as it was until February 2026.
///
/// Source: torchtitan.components.lr_scheduler, b5bcd76.
extension Conversion {
  mutating func torchtitan(_ table: Table) throws(Diagnostic) -> Draft {
    let sched = try table.table("lr_scheduler") ?? Table([], at: table.range)
    try sched.refuseStrangers(
      besides: ["warmup_steps", "total_steps", "decay_ratio", "decay_type", "min_lr_factor", "lr_min"], of: "torchtitan"
    )
    guard let optimizer = try table.table("optimizer") else {
      throw Diagnostic(.import, "there is no [optimizer] in the file", at: table.range.part(0, 1))
    }
    let rate = try rate(optimizer, ["lr"], standard: 8e-4)
    let training = try table.table("training") ?? Table([], at: table.range)
    var steps = try given(settings.steps, training.count("steps"))
    if steps == nil {
      steps = 10000
      noteDefault("training.steps", "10000")
    }
    let all = try sched.count("total_steps") ?? steps ?? 10000
    let place = training.found("steps")?.value.range ?? sched.range
    guard all > 0, let steps, steps > 0 else { throw Diagnostic(.import, "“steps” must be above 0", at: place) }
    var warmup = try sched.count("warmup_steps") ?? 200
    if !sched.has("warmup_steps") { noteDefault("warmup_steps", "200") }
    if warmup > all { note("warmup_steps is cut to \(all)") }
    warmup = min(max(0, warmup), all)
    if let ratio = try sched.number("decay_ratio"), let entry = sched.found("decay_ratio") {
      let wanted = (Double(all) * ratio).rounded(.toNearestOrEven)
      let rounded = try Conversion.truncated(wanted, at: entry.value.range)
      let decay = min(max(0, rounded), all - warmup)
      note("decay: \(Shown.number(ratio)) of \(all), rounded: \(decay) updates")
    }
    var parameters: [(String, Value?)] = [
      ("warmup_steps", .integer(warmup)), ("total_steps", .count(all, at: place)),
    ]
    if let ratio = sched.found("decay_ratio") { parameters.append(("decay_ratio", try ratio.value.value())) }
    if let type = sched.found("decay_type") {
      guard let name = try sched.text("decay_type"), ["linear", "sqrt", "cosine"].contains(name) else {
        throw Diagnostic(
          .import, "torchtitan has no decay_type \(type.value.typeName)", at: type.value.range,
          hint: "linear, sqrt or cosine")
      }
      parameters.append(("decay_type", try type.value.value()))
    }
    if let least = sched.found(["min_lr_factor", "lr_min"]) {
      parameters.append(("min_lr_factor", try least.value.value()))
    }
    return Draft(
      type: self.optimizer(try optimizer.text("name")), rate: rate,
      scheduler: Draft.node("torchtitan.linear_warmup_stable_decay", at: sched.range.part(0, 1), parameters),
      length: .updates(steps, perEpoch: settings.stepsPerEpoch))
  }
}
