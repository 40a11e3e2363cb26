import Diagnostics
import Schedules
import JSON
import Text

/// The flags of diffusers' example scripts.
///
/// The scripts multiply T and W by the processes, and accelerate steps the schedule as often: as if there were one.
/// Source: diffusers.optimization.get_scheduler, 0.42.
extension Conversion {
  private static let diffusersKeys = [
    "learning_rate", "lr_scheduler", "lr_warmup_steps", "max_train_steps", "num_train_epochs", "train_batch_size",
    "gradient_accumulation_steps", "lr_num_cycles", "lr_power", "scale_lr",
  ]

  mutating func diffusers(_ table: Table) throws(Diagnostic) -> Draft {
    try table.refuseStrangers(
      besides: Conversion.diffusersKeys,
      harmless: ["noise_scheduler", "noise_schedule", "scheduler", "scheduler_name"],
      of: "diffusers")
    if table.has("optimizer") { try refuseFreeRunning(table.found("optimizer")) }
    var rate = try rate(
      table, ["learning_rate"], standard: nil, why: "“learning_rate” is not given, and each script has its own default")
    let accumulate = try given(settings.accumulate, table.count("gradient_accumulation_steps")) ?? 1
    if try table.flag("scale_lr") == true, case .number(let number) = rate.content {
      guard let world = settings.worldSize else {
        throw Diagnostic(
          .import, "scale_lr multiplies the rate by the processes", at: table.found("scale_lr")?.range,
          hint: "give --world-size")
      }
      let batch = try table.count("train_batch_size") ?? 1
      rate = .number(number.value * Double(accumulate) * Double(batch) * Double(world), at: rate.range)
      note("scale_lr: \(Shown.number(number.value)) by \(accumulate) · \(batch) · \(world)")
    }
    let (steps, place) = try diffusersSteps(table, accumulate)
    let (name, entry) = try diffusersScheduler(table)
    if name == "piecewise_constant" {
      throw Diagnostic(.import, "piecewise_constant needs step rules, which no flag gives", at: entry?.value.range)
    }
    var warmup = Value.count(500, at: place)
    if let count = try table.count("lr_warmup_steps"), let entry = table.found("lr_warmup_steps") {
      warmup = .count(count, at: entry.value.range)
    } else if name != "constant" {
      noteDefault("lr_warmup_steps", "500")
    }
    if name == "constant" { warmup = .count(0, at: place) }
    var extra: [(String, Value?)] = []
    if name == "cosine_with_restarts" { extra = [("num_cycles", .integer(try table.count("lr_num_cycles") ?? 1))] }
    if name == "polynomial" { extra = [("power", .number(try table.number("lr_power") ?? 1))] }
    let standard = Entry("lr_scheduler", at: place, Datum(.text(name), at: place))
    let node = try transformersNode(
      entry ?? standard, kwargs: nil, warmup: warmup, steps: .count(steps, at: place), besides: extra)
    return Draft(
      type: optimizer(try table.text("optimizer")), rate: rate, scheduler: node, length: .updates(steps, perEpoch: nil))
  }

  /// The `lr_scheduler` of diffusers and of sd-scripts, and where it is written; “constant” where it is missing.
  mutating func diffusersScheduler(_ table: Table) throws(Diagnostic) -> (name: String, entry: Entry?) {
    let entry = try table.entry("lr_scheduler")
    if let entry, case .text(let name) = entry.value.content { return (name, entry) }
    noteDefault("lr_scheduler", "constant")
    return ("constant", entry)
  }

  private mutating func diffusersSteps(_ table: Table, _ accumulate: Int) throws(Diagnostic) -> (Int, SourceRange) {
    let here = table.range.part(0, 1)
    if let steps = settings.steps { return (steps, here) }
    if settings.epochs == nil, let steps = try table.count("max_train_steps"), steps > 0 {
      return (steps, table.found("max_train_steps")?.value.range ?? here)
    }
    guard let (epochs, place) = try epochs(table, ["num_train_epochs"], standard: nil) else {
      throw Diagnostic(
        .import, "neither max_train_steps nor num_train_epochs is given", at: here, hint: "give --steps")
    }
    var batching = Batching(batch: try table.count("train_batch_size") ?? 1)
    batching.accumulate = accumulate
    let updates = try updatesPerEpoch(batching, for: "“num_train_epochs” is \(Shown.number(epochs))", at: place)
    return (try Conversion.ceiling(epochs * Double(updates), at: place), place)
  }
}
