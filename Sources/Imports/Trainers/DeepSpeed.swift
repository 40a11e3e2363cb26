import Diagnostics
import JSON
import Schedules
import Text

/// DeepSpeed's JSON, alone or filled in by transformers.
///
/// Source: deepspeed.runtime.lr_schedules, 0.19; transformers.integrations.deepspeed.
extension Conversion {
  mutating func deepSpeed(_ table: Table) throws(Diagnostic) -> Draft {
    for companion in companions {
      guard Detection.isTrainingArguments(companion.root) else { continue }
      var arguments = try Table(companion.root)
      arguments = Table(arguments.entries.filter { $0.key != "deepspeed" }, at: arguments.range)
      return try deepSpeed(table, filledBy: arguments)
    }
    return try deepSpeed(table, filledBy: nil)
  }

  /// The schedule of the DeepSpeed configuration that TrainingArguments name or hold, if it has one.
  mutating func deepSpeedInside(_ table: Table) throws(Diagnostic) -> Draft? {
    let companion = companions.first { Detection.isDeepSpeed($0.root) }
    guard let entry = table.found("deepspeed"), table.has("deepspeed") || companion != nil else {
      return try companion.map { (companion) throws(Diagnostic) in try deepSpeed(Table(companion.root), filledBy: table)
      }
    }
    if let companion { return try deepSpeedIfScheduled(companion.root, filledBy: table) }
    if case .table = entry.value.content { return try deepSpeedIfScheduled(entry.value, filledBy: table) }
    do throws(Diagnostic) {
      return try deepSpeedIfScheduled(try file(entry).root, filledBy: table)
    } catch {
      guard error.code == .io else { throw error }
      note("\(entry.value.typeName) is not read; if it has a scheduler, that wins: --with it")
      return nil
    }
  }

  private mutating func deepSpeedIfScheduled(_ root: Datum, filledBy table: Table) throws(Diagnostic) -> Draft? {
    let inner = try Table(root)
    return inner.has("scheduler") ? try deepSpeed(inner, filledBy: table) : nil
  }

  private mutating func deepSpeed(_ table: Table, filledBy arguments: Table?) throws(Diagnostic) -> Draft {
    guard let scheduler = try table.table("scheduler"), let type = try scheduler.entry("type") else {
      throw Diagnostic(
        .import, "there is no scheduler in this file; the rate is that of the program that uses DeepSpeed",
        at: table.range.part(0, 1), hint: "import that program's configuration")
    }
    guard case .text(let name) = type.value.content else {
      throw Diagnostic(.import, "“type” must be a name, not \(type.value.typeName)", at: type.value.range)
    }
    let kinds = Catalogue.kinds(of: "deepspeed").map(\.behindLastDot)
    guard kinds.contains(name) else {
      throw Diagnostic(
        .import, "DeepSpeed has no scheduler “\(name)”", at: type.value.range,
        hint: Diagnostic.suggestion(Nearest.match(for: name, among: kinds)) ?? kinds.joined(by: ", "))
    }
    let filled = try deepSpeedParameters(scheduler, table, arguments)
    let steps = try deepSpeedSteps(filled.parameters, arguments, at: type.value.range)
    let optimizer = try table.table("optimizer")
    return Draft(
      type: self.optimizer(try optimizer?.text("type")), rate: filled.rate,
      scheduler: Draft.node(
        "deepspeed.\(name)", at: type.value.range, filled.parameters.map { ($0.key, $0.value) }),
      length: .updates(steps, perEpoch: nil))
  }

  /// The parameters of the scheduler and the optimizer's rate, with “auto” filled in as transformers does.
  private mutating func deepSpeedParameters(
    _ scheduler: Table, _ table: Table, _ arguments: Table?
  ) throws(Diagnostic) -> (parameters: [Member], rate: Value?) {
    let parameters = try scheduler.table("params") ?? Table([], at: scheduler.range)
    let optimizer = try table.table("optimizer")?.table("params")
    let rate = optimizer?.found("lr")
    let autos = (parameters.entries + [rate].compactMap { $0 }).filter(Conversion.isAuto)
    if arguments == nil, let first = autos.first {
      let names = autos.map { "“\($0.key)”" }.joined(by: ", ")
      throw Diagnostic(
        .import, "\(names) \(autos.count == 1 ? "is" : "are") “auto”, which only the training program fills in",
        at: first.value.range, hint: "--with the TrainingArguments, as JSON or YAML")
    }
    var members: [Member] = []
    for entry in parameters.entries {
      guard Conversion.isAuto(entry) else {
        if case .null = entry.value.content { continue }
        let value = try entry.value.numericValue()
        members.append(Member(key: entry.key, at: entry.keyRange, value: value))
        continue
      }
      guard let arguments else { continue }
      let value: Value
      switch entry.key {
      case "warmup_min_lr": value = .count(0, at: entry.value.range)
      case "warmup_max_lr": value = try transformersRate(arguments)
      case "total_num_steps": value = .count(try transformersSteps(arguments).steps, at: entry.value.range)
      case "warmup_num_steps":
        value = try transformersWarmup(arguments, steps: transformersSteps(arguments).steps)
      default:
        throw Diagnostic(
          .import, "“\(entry.key)” is “auto”, and transformers fills nothing in there", at: entry.value.range)
      }
      members.append(Member(key: entry.key, at: entry.keyRange, value: value))
    }
    if let arguments, rate.map(Conversion.isAuto) ?? true { return (members, try transformersRate(arguments)) }
    if let rate = settings.rate { return (members, .number(rate)) }
    guard let rate else { return (members, nil) }
    return (members, .number(try Table.number(rate), at: rate.value.range))
  }

  private static func isAuto(_ entry: Entry) -> Bool {
    if case .text("auto") = entry.value.content { true } else { false }
  }

  /// The length of the run, which is not in the file unless the schedule has one.
  private mutating func deepSpeedSteps(
    _ parameters: [Member], _ arguments: Table?, at place: SourceRange
  ) throws(Diagnostic) -> Int {
    if let steps = settings.steps { return steps }
    if let arguments { return try transformersSteps(arguments).steps }
    if let epochs = settings.epochs, let steps = settings.stepsPerEpoch, epochs <= 1_000_000_000, steps <= 1_000_000_000
    {
      return epochs * steps
    }
    if let total = parameters.first(where: { $0.key == "total_num_steps" }),
      case .number(let number) = total.value.content,
      let steps = Int(exactly: number.value), steps > 0
    {
      note("the length of the run is taken from total_num_steps")
      return steps
    }
    throw Diagnostic(
      .import, "the length of the run is not in the file", at: place,
      hint: "give --steps, or --epochs and --steps-per-epoch")
  }
}
