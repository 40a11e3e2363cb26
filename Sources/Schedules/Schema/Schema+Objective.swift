import JSON

extension Schema {
  /// An objective: its `type` says which parameters it has, and whether its gradients may be clipped.
  static var objective: Value {
    let type = described(
      ["enum": .strings(ObjectiveType.Name.allCases.map(\.rawValue))], "What is minimised or predicted.")
    return .object([
      ("type", "object"), ("properties", .object([("type", type)] + everywhere)), ("required", ["type"]),
      (
        "allOf",
        Value(
          .array(
            ObjectiveType.all.map { type in
              let own = type.parameters.map { (key: $0.name, value: parameter($0)) }
              let properties = own + (type.name.hasGradient ? [(key: "clip", value: clip)] : [])
              return [
                "if": ["properties": ["type": ["const": Value(.string(type.name.rawValue))]], "required": ["type"]],
                "then": .object(
                  [("description", Value(.string(type.summary))), ("properties", .object(properties))]
                    + required(type.parameters)),
              ]
            }))
      ), ("unevaluatedProperties", false),
    ])
  }

  private static func required(_ parameters: [ParameterDescription]) -> [(key: String, value: Value)] {
    let names = parameters.filter(\.isRequired).map(\.name)
    return names.isEmpty ? [] : [("required", .strings(names))]
  }

  private static var clip: Value {
    let limit: Value = ["type": "number", "minimum": 0]
    let order: Value = ["anyOf": [["type": "number", "exclusiveMinimum": 0], ["const": "inf"]]]
    return described(
      [
        "oneOf": [
          closed([("norm", limit), ("norm_type", order)], required: ["norm"]),
          closed([("value", limit)], required: ["value"]),
        ]
      ], "How gradients are clipped: to a norm, or each element to a value.")
  }
}
