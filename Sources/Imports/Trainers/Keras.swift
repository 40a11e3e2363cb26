import Diagnostics
import JSON
import Schedules
import Text

/// Keras' JSON: a schedule, or an optimizer with one in it, or a compile_config.
///
/// Source: keras.optimizers.schedules, 3.15; tf.keras 2 is the same without `module`.
extension Conversion {
  mutating func keras(_ table: Table) throws(Diagnostic) -> Draft {
    var object = table
    var type = "SGD"
    var momentum: Double?
    for key in ["compile_config", "optimizer", "optimizer_config"] {
      if let inner = try object.table(key) { object = inner }
    }
    guard let name = try object.text("class_name"), let config = try object.table("config") else {
      throw Diagnostic(.import, "there is no class_name with a config in the file", at: table.range.part(0, 1))
    }
    let kinds = Catalogue.kinds(of: "keras").map(\.behindLastDot)
    if !kinds.contains(name), let rate = config.found(["learning_rate", "lr"]) {
      type = optimizer(name, standard: "SGD")
      momentum = try config.number("momentum")
      guard case .table = rate.value.content else {
        throw Diagnostic(
          .import,
          "the rate is a constant \(rate.value.typeName == "a number" ? "" : "or ")number: there is no schedule",
          at: rate.value.range)
      }
      object = try Table(rate.value, name: rate.key)
    }
    guard let className = try object.entry("class_name"), case .text(let schedule) = className.value.content else {
      throw Diagnostic(.import, "the schedule has no class_name", at: object.range)
    }
    guard kinds.contains(schedule) else {
      throw Diagnostic(
        .import, "Keras has no schedule “\(schedule)”", at: className.value.range,
        hint: Diagnostic.suggestion(Nearest.match(for: schedule, among: kinds)))
    }
    try refuseWatchers("keras.\(schedule)", at: className.value.range)
    var members: [(String, Value?)] = []
    let options = try object.table("config") ?? Table([], at: object.range)
    for entry in options.entries where entry.key != "name" {
      if case .null = entry.value.content { continue }
      members.append((entry.key, try entry.value.value()))
    }
    let steps = try kerasSteps(options, at: className.value.range)
    var draft = Draft(
      type: type, scheduler: Draft.node("keras.\(schedule)", at: className.value.range, members),
      length: .updates(steps, perEpoch: settings.stepsPerEpoch))
    draft.rate = try options.number("warmup_target", "initial_learning_rate").map { .number($0) }
    if draft.rate == nil, case .array(let values)? = members.first(where: { $0.0 == "values" })?.1?.content {
      draft.rate = values.first
    }
    if let momentum, type == "SGD" { draft.momentum = .number(momentum) }
    return draft
  }

  private mutating func kerasSteps(_ config: Table, at place: SourceRange) throws(Diagnostic) -> Int {
    if let steps = settings.steps { return steps }
    if let epochs = settings.epochs, let steps = settings.stepsPerEpoch, epochs < 1 << 30, steps < 1 << 30 {
      return epochs * steps
    }
    if let last = try config.numbers("boundaries")?.last, case .number(let number) = last.content {
      let steps = try Conversion.ceiling(number.value * 1.5, at: last.range)
      note("the length of the run is not in the file: 1.5 of the last boundary, \(steps)")
      return steps
    }
    guard let decay = try config.number("decay_steps") else {
      throw Diagnostic(.import, "the length of the run is not in the file", at: place, hint: "give --steps")
    }
    let warmup = config.has("warmup_target") ? try config.number("warmup_steps") ?? 0 : 0
    let steps = try Conversion.ceiling(decay + warmup, at: config.range)
    note("the length of the run is not in the file: decay_steps\(warmup > 0 ? " and warmup_steps" : ""), \(steps)")
    return max(1, steps)
  }
}
