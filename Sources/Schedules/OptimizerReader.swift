import Diagnostics
import JSON
import Text

/// Reads the `optimizer` of a schedule file.
package enum OptimizerReader {
  /// What a file without one means.
  static var standard: Optimizer {
    let defaults = ParamGroup(lr: 0.1, momentum: 0.9, weightDecay: 0)
    return Optimizer(type: "SGD", defaults: defaults, groups: [defaults])
  }

  /// The same as a file would have it.
  static var standardText: Value { ["type": "SGD", "lr": .number(0.1), "momentum": .number(0.9)] }

  /// What any optimizer has besides its hyper-parameters.
  static let keys = ["type", "lr", "scale_lr", "param_groups"]

  /// What a scheduler may have left in a group of a run that is resumed, and what timm and Megatron read from one.
  static let leftovers = ["initial_lr"] + Extra.allCases.compactMap(\.name)

  /// Whether a param group of any optimizer may have a key.
  package static func isParameter(_ name: String) -> Bool {
    (keys + leftovers + ["name", "layers", "scheduler", "coordinates"]).contains(where: name.isFolded)
      || OptimizerType.all.contains { $0.has(name) }
  }

  /// The key that another tool's name means.
  private static func meaning(_ name: String) -> String? {
    switch name.folded {
    case "learningrate", "baselr", "lr0", "initlr", "learning", "rate", "lrate": "lr"
    case "wd", "l2": "weight_decay"
    case "params", "groups", "paramsgroups", "parametergroups": "param_groups"
    case "beta1", "beta2", "beta", "adambetas": "betas"
    case "epsilon", "adamepsilon": "eps"
    case "name", "optimizer", "class", "target", "classpath": "type"
    default: nil
    }
  }

  /// What to do about a value that only other types have.
  private static func otherType(for name: String, than type: OptimizerType) -> String? {
    if name.isFolded(equalTo: "momentum"), type.has("betas") {
      return "the momentum of \(type.name) is the first of its “betas”"
    }
    let owners = OptimizerType.all.filter { $0.has(name) }.map(\.name)
    if owners.isEmpty { return nil }
    let told = owners.count > 4 ? owners.prefix(3) + ["others"] : owners[...]
    return "\(Array(told).listed(last: "and")) \(owners.count == 1 ? "has" : "have") it"
  }

  /// Reads an optimizer; `scale_lr` multiplies its base rates by `worldSize`.
  static func read(_ value: Value, worldSize: Int = 1, _ reading: inout Reading) -> Optimizer? {
    var own = OwnOptimizers()
    return read(value, worldSize: worldSize, separating: &own, &reading)
  }

  /// Reads an optimizer, and which of its groups are optimizers of their own.
  static func read(
    _ value: Value, worldSize: Int, separating own: inout OwnOptimizers, _ reading: inout Reading
  ) -> Optimizer? {
    let example = { value.string.flatMap(OptimizerType.named)?.name ?? "AdamW" }
    guard
      let members = reading.members(
        of: value, "“optimizer”", hint: "for example, {\"type\": \"\(example())\", \"lr\": 3e-4}")
    else { return nil }
    let unnamed = Fields(members, of: "the optimizer", namedAt: value.range.part(0, 1))
    var type = OptimizerType.sgd
    var nameRange = unnamed.nameRange
    if let member = unnamed["type"] {
      guard let known = Self.type(member, &reading) else { return nil }
      (type, nameRange) = (known, member.value.range)
    }
    var fields = Fields(members, of: type.name, namedAt: nameRange)
    fields.check(
      against: keys + type.hyperparameters.map(\.name), as: .param, noun: "parameter",
      hint: { otherType(for: $0, than: type) }, meaning: meaning, &reading)
    var defaults = type.defaults
    values(of: fields, type, areChecked: true, into: &defaults, &reading)
    checkNesterov(defaults, fields, &reading)
    let groups = fields["param_groups"].map { Self.groups($0.value, type, defaults, &own, &reading) } ?? [defaults]
    let optimizer = Optimizer(type: type.name, defaults: defaults, groups: groups)
    guard fields["scale_lr"] != nil else { return optimizer }
    let scale = Parameter<Bool>("scale_lr", default: false, "Whether the base rates are multiplied by world_size.")
    return scale.read(from: fields, &reading) == true ? optimizer.scaled(by: Double(worldSize)) : optimizer
  }

  /// The class of optimizer that a member names.
  private static func type(_ member: Member?, _ reading: inout Reading) -> OptimizerType? {
    guard let member else { return nil }
    reading.parameter = "type"
    guard let name = String.read(member.value, &reading) else { return nil }
    let bare = name.behindLastDot
    guard let known = OptimizerType.named(bare) else {
      reading.report(
        Diagnostic(
          .kind, "unknown optimizer “\(name)”", at: member.value.range,
          hint: Diagnostic.suggestion(Nearest.match(for: bare, among: OptimizerType.all.map(\.name)) ?? part(of: bare))
            ?? "the rate is the same with any of them: \(OptimizerType.all.map(\.name).listed())"))
      return nil
    }
    return known
  }

  /// The optimizer whose name is a part of another's: AdamW of `paged_adamw_32bit` and of `FusedAdamW`.
  private static func part(of name: String) -> String? {
    OptimizerType.all.map(\.name).filter { $0.utf8.count > 3 && name.folded.holds($0.folded) }
      .max { $0.utf8.count < $1.utf8.count }
  }

  /// Reads hyper-parameters; torch checks those of the constructor, and takes those of a group as they are.
  private static func values(
    of fields: Fields, _ type: OptimizerType, areChecked: Bool, into group: inout ParamGroup, _ reading: inout Reading
  ) {
    let rate = OptimizerType.Hyperparameter("lr", .number(type.rate, type.rateBounds))
    for parameter in [rate] + type.hyperparameters {
      let name = parameter.name
      guard let member = fields[name] else { continue }
      reading.parameter = name
      switch parameter.setting {
      case .number(_, let bounds):
        guard let number = Double.read(member.value, &reading) else { continue }
        if areChecked, let bounds, !bounds.contains(number) {
          reading.report(
            Diagnostic(
              .value, "“\(name)” must be \(bounds.words), not \(Shown.number(number))", at: member.value.range))
        }
        group.set(name, to: number)
      case .pair(_, _, let rule):
        guard let pair = pair(member.value, areChecked ? rule : .free, &reading) else { continue }
        if name == "betas" { group.betas = pair }
      case .flag:
        if let flag = Bool.read(member.value, &reading) { group.nesterov = flag }
      case .unseen: break
      }
    }
  }

  private static func pair(_ value: Value, _ rule: OptimizerType.PairRule, _ reading: inout Reading) -> Betas? {
    if case .number = value.content {
      reading.report(
        Diagnostic(
          .value, "\(reading.subject) must be two numbers, not one", at: value.range, hint: "for example, [0.9, 0.999]")
      )
      return nil
    }
    guard let numbers = [Double].read(value, &reading) else { return nil }
    guard numbers.count == 2 else {
      reading.report(
        Diagnostic(.value, "\(reading.subject) must be two numbers, not \(numbers.count)", at: value.range))
      return nil
    }
    if let problem = problem(with: numbers, written: value, rule) {
      reading.report(Diagnostic(.value, "\(reading.subject) \(problem)", at: value.range))
      return nil
    }
    return Betas(numbers[0], numbers[1])
  }

  private static func problem(
    with pair: [Double], written value: Value, _ rule: OptimizerType.PairRule
  ) -> String? {
    switch rule {
    case .free: return nil
    case .etas: return 0 < pair[0] && pair[0] < 1 && 1 < pair[1] ? nil : "must be one number below 1 and one above"
    case .betas, .floatBetas:
      let bounds = OptimizerType.betaBounds
      guard pair.allSatisfy(bounds.contains) else { return "must each be \(bounds.words)" }
      guard rule == .floatBetas, case .array(let elements) = value.content else { return nil }
      let hasInteger = elements.contains {
        if case .number(let number) = $0.content { number.isInteger } else { false }
      }
      return hasInteger ? "must be floats for torch: write 0.0 for 0" : nil
    }
  }

  private static func checkNesterov(_ defaults: ParamGroup, _ fields: Fields, _ reading: inout Reading) {
    guard fields.owner == "SGD", defaults.nesterov, let member = fields["nesterov"] else { return }
    var dampening = 0.0
    if let damped = fields["dampening"] {
      reading.parameter = "dampening"
      dampening = Double.read(damped.value, &reading) ?? 0
    }
    if dampening != 0 || (defaults.momentum ?? 0) <= 0 {
      reading.report(
        Diagnostic(.value, "Nesterov’s momentum needs a momentum above 0, and no dampening", at: member.keyRange))
    }
  }

  private static func groups(
    _ value: Value, _ type: OptimizerType, _ defaults: ParamGroup, _ own: inout OwnOptimizers, _ reading: inout Reading
  ) -> [ParamGroup] {
    guard case .array(let elements) = value.content, !elements.isEmpty else {
      reading.report(
        Diagnostic(
          .spec, "“param_groups” is an array of at least one object", at: value.range,
          hint: "for example, [{\"name\": \"head\", \"lr\": 0.01}]"))
      return []
    }
    if !type.takesGroups, elements.count > 1 {
      reading.report(Diagnostic(.value, "\(type.name) takes one param group only", at: value.range))
    }
    var groups: [ParamGroup] = []
    var names: Set<ExactText> = []
    for element in elements {
      guard let members = reading.members(of: element, "a param group") else { continue }
      let named = Fields(members, of: "a param group", namedAt: element.range.part(0, 1))["type"]
      guard let ownType = named == nil ? type : self.type(named, &reading) else { continue }
      var fields = Fields(members, of: "a param group of \(ownType.name)", namedAt: element.range.part(0, 1))
      fields.check(
        against: ["name", "lr", "type", "scheduler", "layers", "coordinates"] + ownType.hyperparameters.map(\.name)
          + leftovers, as: .param, noun: "parameter", hint: { otherType(for: $0, than: ownType) },
        meaning: meaning, &reading)
      let defaults = named == nil ? defaults : ownType.defaults
      let type = ownType
      var group = defaults
      values(of: fields, type, areChecked: false, into: &group, &reading)
      for name in leftovers {
        reading.parameter = name
        if let member = fields[name], let number = Double.read(member.value, &reading) { group.set(name, to: number) }
      }
      group.name = self.name(fields, at: groups.count, notAmong: &names, &reading)
      let first = groups.count
      if let layers = fields["layers"] {
        groups += LayerReader.groups(layers.value, from: group, fields, &reading)
      } else {
        groups.append(group)
      }
      if let scale = fields["lr_scale"] ?? fields["layers"], groups.last?[.lrScale] != nil {
        own.scales.append((first, scale.keyRange))
      }
      guard first < groups.count, named != nil || fields["scheduler"] != nil else { continue }
      own.optimizers.append(
        OwnOptimizers.OwnOptimizer(
          type: type.name, defaults: defaults, groups: first..<groups.count, scheduler: fields["scheduler"]?.value))
    }
    return groups
  }

  private static func name(
    _ fields: Fields, at index: Int, notAmong names: inout Set<ExactText>, _ reading: inout Reading
  ) -> String? {
    reading.parameter = "name"
    let given = fields["name"].flatMap { String.read($0.value, &reading) }
    // A group without a name is called by its index, which may be another's name.
    let called = given ?? String(index)
    if !names.insert(called.exact).inserted {
      let place = fields["name"]?.value.range ?? fields.nameRange
      reading.report(Diagnostic(.value, "there is a param group “\(called)” already", at: place))
    }
    return given
  }
}
