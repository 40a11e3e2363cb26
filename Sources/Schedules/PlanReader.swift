import Diagnostics
import JSON
import Text

/// Reads what a file runs: its one `scheduler`, or several under `curves`.
enum PlanReader {
  /// What a curve may have of its own.
  static let curveKeys = ["name", "optimizer", "scheduler", "objective", "metric", "quantities"]

  /// Reads the plans of a run that `worldSize` processes share; metrics and quantities are read later.
  static func plans(_ fields: Fields, worldSize: Int, _ reading: inout Reading) -> [Plan]? {
    guard let curves = fields["curves"] else {
      var objective = SharedObjective(fields["objective"]?.value)
      return plan(fields, unless: nil, worldSize: worldSize, &objective, &reading).map { [$0] }
    }
    if let scheduler = fields["scheduler"] {
      reading.report(
        Diagnostic(.spec, "“curves” replaces “scheduler”", at: scheduler.keyRange, hint: "leave one of them out"))
    }
    guard case .array(let elements) = curves.value.content, !elements.isEmpty else {
      reading.report(
        Diagnostic(
          .spec, "“curves” is an array of at least one object", at: curves.value.range,
          hint: "for example, [{\"name\": \"a\", \"scheduler\": {\"type\": \"cosine\", \"T_max\": 50}}]"))
      return nil
    }
    // A curve without an optimizer of its own has the file's.
    let optimizer = fields["optimizer"].flatMap { ReadOptimizer($0.value, worldSize: worldSize, &reading) }
    var objective = SharedObjective(fields["objective"]?.value)
    var plans: [Plan] = []
    var names: Set<ExactText> = []
    for element in elements {
      let plan = curve(element, sharing: optimizer, &objective, worldSize: worldSize, notAmong: &names, &reading)
      guard let plan else { continue }
      plans.append(plan)
    }
    return plans.count == elements.count ? plans : nil
  }

  private static func curve(
    _ value: Value, sharing optimizer: ReadOptimizer?, _ objective: inout SharedObjective,
    worldSize: Int, notAmong names: inout Set<ExactText>, _ reading: inout Reading
  ) -> Plan? {
    guard let members = reading.members(of: value, "a curve") else { return nil }
    var fields = Fields(members, of: "a curve", namedAt: value.range.part(0, 1))
    fields.check(
      against: curveKeys, as: .spec, noun: "key",
      hint: { $0 == "type" ? "what has a type is the “scheduler”: {\"scheduler\": {\"type\": …}}" : nil }, &reading)
    var plan = plan(fields, unless: optimizer, worldSize: worldSize, &objective, &reading)
    guard let member = fields["name"] else {
      reading.report(Diagnostic(.spec, "a curve has no “name”", at: fields.nameRange))
      return nil
    }
    reading.parameter = "name"
    guard let name = String.read(member.value, &reading) else { return nil }
    if !names.insert(name.exact).inserted {
      reading.report(Diagnostic(.value, "there is a curve “\(name)” already", at: member.value.range))
    }
    plan?.name = name
    plan?.silenced = fields.silenced
    return plan
  }

  private static func plan(
    _ fields: Fields, unless shared: ReadOptimizer?, worldSize: Int,
    _ objective: inout SharedObjective, _ reading: inout Reading
  ) -> Plan? {
    let own = fields["optimizer"].map { ReadOptimizer($0.value, worldSize: worldSize, &reading) }
    let written = fields["objective"]?.value ?? objective.value
    let read = own ?? shared ?? ReadOptimizer.standard
    // What has an objective may run at a constant rate, and groups may all have schedulers of their own.
    let mayBeMissing = written != nil || read?.hasSchedulersOfItsOwn == true
    let nodes = mayBeMissing && fields["scheduler"] == nil ? [] : nodes(fields, &reading)
    guard let read, let nodes, let parts = read.parts(stepping: nodes, &reading) else { return nil }
    let optimizer = read.optimizer
    var plan = parts
    if let written {
      let reader = ObjectiveReader(
        written: read.written ?? OptimizerReader.standardText, optimizer: optimizer, types: read.types)
      guard let read = objective.read(written, by: reader, &reading) else { return nil }
      plan.objective = read
    }
    return plan
  }

  /// The objective of a file, which every curve has that brings none of its own.
  private struct SharedObjective {
    let value: Value?
    /// Where one was refused: what is wrong with it is reported once, and not for every curve.
    private var refused: SourceRange?

    init(_ value: Value?) { self.value = value }

    mutating func read(_ value: Value, by reader: ObjectiveReader, _ reading: inout Reading) -> Objective? {
      if refused == value.range { return nil }
      let count = reading.problems.count
      let objective = reader.read(value, &reading)
      if reading.problems.count == count { return objective }
      refused = value.range
      return nil
    }
  }

  /// The schedulers of a file or a curve.
  private static func nodes(_ fields: Fields, _ reading: inout Reading) -> [TopNode]? {
    guard let member = fields["scheduler"] else {
      if fields.isMisspelled("scheduler") { return nil }
      reading.report(
        Diagnostic(
          .spec, "\(fields.owner) has no “scheduler”", at: fields.nameRange,
          hint: "for example, \"scheduler\": {\"type\": \"CosineAnnealingLR\", \"T_max\": 50}"))
      return nil
    }
    return nodes(member.value, &reading)
  }

  /// One scheduler, or several that are stepped in turn.
  static func nodes(_ value: Value, _ reading: inout Reading) -> [TopNode]? {
    guard case .array(let elements) = value.content else {
      return Builder.topNode(value, &reading).map { [$0] }
    }
    if elements.isEmpty {
      reading.report(Diagnostic(.spec, "“scheduler” needs at least one scheduler", at: value.range))
      return nil
    }
    let nodes = elements.map { Builder.topNode($0, &reading) }
    let good = nodes.compactMap { $0 }
    return good.count == nodes.count ? good : nil
  }
}
