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
    var steps = try given(asked.steps, training.count("steps"))
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
    var decay = all - warmup
    if let ratio = try sched.number("decay_ratio"), let entry = sched.found("decay_ratio") {
      let wanted = (Double(all) * ratio).rounded(.toNearestOrEven)
      let rounded = try Conversion.truncated(wanted, at: entry.value.range)
      decay = min(max(0, rounded), all - warmup)
      note("decay: \(Shown.number(ratio)) of \(all), rounded: \(decay) updates")
    }
    let expression = try fall(sched, all: all, warmup: warmup, decay: decay)
    return Draft(
      type: self.optimizer(try optimizer.text("name")), rate: rate, scheduler: Draft.expression(expression),
      length: .updates(steps, perEpoch: asked.stepsPerEpoch))
  }

  /// (t + 1) / W, 1, and behind the W + S updates of that p = (t + 1 − W − S) / D, with one virtual update more.
  private func fall(_ sched: Table, all: Int, warmup: Int, decay: Int) throws(Diagnostic) -> String {
    let stable = warmup + all + 1 - warmup - decay
    let least = Shown.number(try sched.number("min_lr_factor", "lr_min") ?? 0)
    let progress = "(step + 1 - \(stable)) / \(max(1, decay))"
    let curve: String
    switch try sched.text("decay_type") ?? "linear" {
    case "linear": curve = "1 - \(progress)"
    case "sqrt": curve = "1 - sqrt(\(progress))"
    case "cosine": curve = "0.5 * (1.0 + cos(pi * (\(progress))))"
    default:
      throw Diagnostic(
        .import, "torchtitan has no decay_type \(sched.found("decay_type")?.value.sort ?? "")",
        at: sched.found("decay_type")?.value.range, hint: "linear, sqrt or cosine")
    }
    let rise = warmup > 0 ? "(step + 1) / \(warmup) if step < \(warmup) else " : ""
    return rise + "1 if step < \(stable) else \(least) + (1 - \(least)) * (\(curve))"
  }
}
