import Diagnostics
import JSON
import Text

/// Reads the `quantities` of a schedule file: hyper-parameters that schedulers drive as they drive a rate.
enum QuantitiesReader {
  /// Names that tables have for something else.
  private static let taken = ["lr", "step", "epoch", "samples", "tokens", "planned", "loss", "metric"]

  static func read(_ value: Value, beside optimizer: Optimizer, _ reading: inout Reading) -> [Plan.Quantity] {
    guard
      let members = reading.members(
        of: value, "“quantities”", hint: "{\"weight_decay\": {\"initial\": 0.04, \"scheduler\": {…}}}, for example")
    else { return [] }
    return members.compactMap { member in
      if Fields.everywhere.contains(member.key) { return nil }
      if taken.contains(where: { member.key.isFolded(equalTo: $0) }) || member.key.isEmpty {
        reading.report(
          Diagnostic(
            .value, "“\(member.key)” is not a quantity of its own", at: member.keyRange,
            hint: "tables have a column of that name already"))
        return nil
      }
      return quantity(member, beside: optimizer, &reading)
    }
  }

  private static func quantity(
    _ member: Member, beside optimizer: Optimizer, _ reading: inout Reading
  ) -> Plan.Quantity? {
    guard let members = reading.members(of: member.value, "a quantity") else { return nil }
    var fields = Fields(members, of: "“\(member.key)”", namedAt: member.keyRange)
    fields.check(against: ["initial", "scheduler"], as: .spec, noun: "key", &reading)
    let initial = Parameter<Double?>("initial", default: nil, "What it is without a scheduler.")
    guard let given = initial.read(from: fields, &reading) else { return nil }
    guard let scheduler = fields["scheduler"] else {
      reading.report(
        Diagnostic(
          .spec, "“\(member.key)” has no “scheduler”", at: member.keyRange,
          hint: "\"scheduler\": {\"type\": \"CosineAnnealingLR\", \"T_max\": 50}, for example"))
      return nil
    }
    guard let nodes = PlanReader.nodes(scheduler.value, &reading) else { return nil }
    guard let value = given ?? optimizer.defaults.value(of: member.key) else {
      reading.report(
        Diagnostic(
          .spec, "“\(member.key)” needs “initial”, as \(optimizer.type) has no such value", at: member.keyRange,
          hint: "\"initial\": 1 in a file, --quantity \(member.key):1 on a command line"))
      return nil
    }
    let stub = ParamGroup(lr: value, momentum: 0.9)
    return Plan.Quantity(
      name: member.key,
      track: Plan.Track(optimizer: Optimizer(type: "SGD", defaults: stub, groups: [stub]), nodes: nodes))
  }
}

extension ParamGroup {
  /// The value of a hyper-parameter that schedules see.
  fileprivate func value(of name: String) -> Double? {
    if name.isFolded(equalTo: "weight_decay") { return weightDecay }
    if name.isFolded(equalTo: "momentum") { return momentum }
    if name.isFolded(equalTo: "beta1") { return betas?.first }
    return name.isFolded(equalTo: "beta2") ? betas?.second : nil
  }
}
