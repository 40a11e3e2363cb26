import Diagnostics
import JSON
import Text

/// Makes schedulers from what is written.
enum Builder {
  /// A combinator's child.
  static func node(_ value: Value, _ reading: inout Reading) -> Node? {
    node(value, allowing: [], &reading)?.node
  }

  /// A scheduler that is stepped by the run itself, and so may say when.
  static func topNode(_ value: Value, _ reading: inout Reading) -> TopNode? {
    guard let (node, kind, fields) = node(value, allowing: ["interval", "times"], &reading) else { return nil }
    let times = Parameter("times", default: 1, in: Cadence.timesBounds, "Steps at each turn.").read(
      from: fields, &reading)
    guard let times else { return nil }
    let scheduler = node.scheduler
    let usual = scheduler.interval ?? (scheduler.watchesMetric ? .epoch : kind.family.interval)
    guard let member = fields["interval"] else {
      return TopNode(node: node, cadence: Cadence(usual, times: times), metricCadence: Cadence(.epoch))
    }
    reading.parameter = "interval"
    guard let cadence = Cadence.read(member.value, times: times, &reading) else { return nil }
    if scheduler.watchesMetric, scheduler.interval == .step, cadence != Cadence(.epoch) {
      reading.report(
        Diagnostic(
          .value, "\(node.name) counts updates and epochs by itself", at: member.value.range,
          hint: "leave “interval” out"))
      return nil
    }
    let metricCadence = Cadence(cadence.interval, every: cadence.every)
    return TopNode(node: node, cadence: cadence, metricCadence: metricCadence)
  }

  private static func node(
    _ value: Value, allowing extra: [String], _ reading: inout Reading
  ) -> (node: Node, kind: Kind, fields: Fields)? {
    guard
      let members = reading.members(
        of: value, "a scheduler", hint: value.string.map { "for example, {\"type\": \"\($0)\"}" })
    else { return nil }
    let unnamed = Fields(members, of: "the scheduler", namedAt: value.range.part(0, 1))
    guard let type = unnamed["type"] else {
      reading.report(
        Diagnostic(
          .spec, "the scheduler has no “type”", at: unnamed.nameRange,
          hint: typo(in: members) ?? "for example, \"type\": \"CosineAnnealingLR\""))
      return nil
    }
    guard case .string(let name) = type.value.content else {
      reading.report(Diagnostic(.spec, "“type” must be a string, not \(type.value.typeName)", at: type.value.range))
      return nil
    }
    guard let kind = Catalogue.kind(named: name) else {
      reading.report(
        Diagnostic(
          .kind, "unknown scheduler “\(name)”", at: type.value.range,
          hint: reading.suggestion(Catalogue.nearest(to: name)) ?? Catalogue.listing(for: name)))
      return nil
    }
    return make(kind, members, namedAt: type.value.range, allowing: extra, &reading)
  }

  /// The key that was probably to be `type`: the one whose value is the name of a kind.
  private static func typo(in members: [Member]) -> String? {
    members.first { member in
      if case .string(let name) = member.value.content { Catalogue.kind(named: name) != nil } else { false }
    }.map { "did you mean “type” in place of “\($0.key)”?" }
  }

  /// The parameter that does what an unknown key says.
  private static func parameter(_ meant: RoleName, in declaration: Declaration) -> ParameterDescription? {
    let all = declaration.parameters.filter { $0.role == meant.role }
    guard all.count == 1, let parameter = all.first, !meant.isRatio || parameter.takesParts else { return nil }
    return parameter
  }

  /// What to say about a key that means nothing to a kind.
  private static func parameterList(of kind: Kind) -> String {
    let names = kind.declaration.parameters.map { "“\($0.name)”" }
    return names.count > 6 || names.isEmpty
      ? "`lrplot help \(kind.typedName)` lists its parameters" : "it has \(names.listed(last: "and"))"
  }

  private static func make(
    _ kind: Kind, _ members: [Member], namedAt range: SourceRange, allowing extra: [String], _ reading: inout Reading
  ) -> (node: Node, kind: Kind, fields: Fields)? {
    var fields = Fields(members, of: kind.fullName, namedAt: range)
    let declaration = kind.declaration
    fields.check(
      against: ["type"] + declaration.parameters.map(\.name) + extra, as: .param, noun: "parameter",
      hint: { name in
        switch name {
        case "verbose": "torch removed “verbose”; delete it"
        case _ where Fields.isWrapper(name):
          "parameters belong beside “type”: for example, {\"type\": \"StepLR\", \"step_size\": 30}"
        case "interval", "times": "only a scheduler at the top level says when it is stepped"
        case "lr", "baselr", "learningrate", "initiallr":
          "the base rate is the optimizer’s: \"optimizer\": {\"lr\": 0.1}"
        default:
          RoleName(name).flatMap { meant in
            if meant.role == .warmup, !declaration.parameters.contains(where: { $0.role == .warmup }) {
              return SpecReader.warmUpHint
            }
            return meant.isRatio ? parameter(meant, in: declaration).map { "\"\($0.name)\": \"6%\", for example" } : nil
          }
        }
      }, otherwise: parameterList(of: kind), meaning: { RoleName($0).flatMap { parameter($0, in: declaration) }?.name },
      &reading)
    guard let scheduler = declaration.scheduler(from: fields, &reading) else { return nil }
    let node = Node(
      scheduler: scheduler, name: kind.fullName, label: kind.short ?? kind.name, range: range, members: members)
    return (node, kind, fields)
  }
}

/// A scheduler of the run itself, and when it is stepped.
package struct TopNode: Sendable {
  package var node: Node
  package var cadence: Cadence
  /// The turns at whose ends a metric has its values: the scheduler's own, or epochs unless the file says when it is stepped.
  package let metricCadence: Cadence

  package var interval: Interval { cadence.interval }

  /// Whether it is stepped by updates and shown a metric by epochs, so that it must know how many make one.
  var needsEpochs: Bool {
    node.scheduler.watchesMetric && cadence.interval == .step && metricCadence.interval == .epoch
  }
}
