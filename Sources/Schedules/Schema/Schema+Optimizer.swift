import JSON

extension Schema {
  /// The optimizer: its `type` says which hyper-parameters it has; without one it is the first, SGD.
  static var optimizer: Value {
    let types = OptimizerType.all
    let type = described(["enum": .strings(types.flatMap(names))], "The class of optimizer. Default: SGD.")
    let properties: [(key: String, value: Value)] =
      OptimizerReader.keys.map { key in (key, key == "type" ? type : Schema.shared(key)) } + everywhere
    return .object([
      ("type", "object"), ("properties", .object(properties)),
      (
        "allOf",
        Value(
          .array(
            types.enumerated().map { index, type in
              let names: Value = ["type": ["enum": .strings(names(of: type))]]
              return [
                "if": index == 0 ? ["properties": names] : ["properties": names, "required": ["type"]],
                "then": hyperparameters(of: type),
              ]
            }))
      ), ("unevaluatedProperties", false),
    ])
  }

  private static func names(of type: OptimizerType) -> [String] { [type.name, "torch.optim.\(type.name)"] }

  private static func shared(_ key: String) -> Value {
    switch key {
    case "lr": ["type": "number"]
    case "param_groups": ["type": "array", "minItems": 1]
    case "scale_lr": ["type": "boolean"]
    default: true
    }
  }

  private static func hyperparameters(of type: OptimizerType) -> Value {
    let own = type.hyperparameters.map { (key: $0.name, value: schema(of: $0.setting, areChecked: true)) }
    let rate = (key: "lr", value: schema(of: .number(type.rate, type.rateBounds), areChecked: true))
    let group = closed(
      [
        ("name", ["type": "string"]), ("lr", ["type": "number"]),
        ("scheduler", oneOrMore(reference("topScheduler"))), ("layers", LayerReader.schema),
        ("coordinates", ["type": "array", "items": ["type": "integer", "minimum": 0]]),
      ]
        + type.hyperparameters.map { (key: $0.name, value: schema(of: $0.setting, areChecked: false)) }
        + OptimizerReader.leftovers.map { (key: $0, value: ["type": "number"]) })
    let either: Value = ["if": ["required": ["type"]], "then": reference("ownOptimizer"), "else": group]
    return ["properties": .object([rate] + own + [("param_groups", ["items": either])])]
  }

  /// A param group that is an optimizer of its own, of whatever class.
  static var ownOptimizer: Value {
    let types = OptimizerType.all
    var known = ["name", "lr", "type", "scheduler", "layers"] + OptimizerReader.leftovers
    var values: [(key: String, value: Value)] = []
    for parameter in types.flatMap(\.hyperparameters) where !known.contains(parameter.name) {
      known.append(parameter.name)
      values.append((parameter.name, schema(of: parameter.setting, areChecked: false)))
    }
    return closed(
      [
        ("name", ["type": "string"]), ("lr", ["type": "number"]), ("type", ["enum": .strings(types.flatMap(names))]),
        ("scheduler", oneOrMore(reference("topScheduler"))), ("layers", LayerReader.schema),
      ] + values + OptimizerReader.leftovers.map { (key: $0, value: ["type": "number"]) })
  }

  /// torch checks the values of the constructor, and takes those of a group as they are.
  private static func schema(of setting: OptimizerType.Setting, areChecked: Bool) -> Value {
    switch setting {
    case .number(_, let bounds): schema(of: .number, areChecked ? bounds : nil)
    case .pair(_, _, let rule):
      .object([("type", "array")] + items(of: areChecked ? rule : .free) + [("minItems", 2), ("maxItems", 2)])
    case .flag: ["type": "boolean"]
    case .unseen: true
    }
  }

  private static func items(of rule: OptimizerType.PairRule) -> [(key: String, value: Value)] {
    switch rule {
    case .betas, .floatBetas: [("items", schema(of: .number, OptimizerType.betaBounds))]
    case .etas: [("prefixItems", [schema(of: .number, .inside(0, 1)), schema(of: .number, .above(1))])]
    case .free: [("items", ["type": "number"])]
    }
  }
}
