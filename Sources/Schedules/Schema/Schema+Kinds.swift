import JSON

extension Schema {
  /// A scheduler of the run itself, which may say when it is stepped.
  static var topScheduler: Value {
    [
      "$ref": "#/$defs/scheduler",
      "properties": [
        "interval": described(interval, "When it is stepped, unless its framework decides."),
        "times": described(schema(of: .integer, Cadence.timesBounds), "Steps at each of its turns; 1 unless given."),
      ],
      "unevaluatedProperties": false,
    ]
  }

  /// A word, or how many updates or epochs lie between two turns.
  private static var interval: Value {
    let count = schema(of: .integer, Cadence.everyBounds)
    return [
      "anyOf": [
        schema(of: Interval.valueType, nil), closed([("steps", count)], required: ["steps"]),
        closed([("epochs", count)], required: ["epochs"]),
      ]
    ]
  }

  /// A scheduler inside another.
  static var childScheduler: Value { ["$ref": "#/$defs/scheduler", "unevaluatedProperties": false] }

  /// Any scheduler: its `type` says which definition holds for the rest.
  static var scheduler: Value {
    let kinds = Catalogue.kinds
    let type = described(["enum": .strings(kinds.flatMap(names))], "The kind of scheduler.")
    return .object([
      ("type", "object"), ("properties", .object([("type", type)] + everywhere)), ("required", ["type"]),
      (
        "allOf",
        Value(
          .array(
            kinds.map { kind in
              [
                "if": ["properties": ["type": ["enum": .strings(names(of: kind))]], "required": ["type"]],
                "then": reference(definitionName(of: kind)),
              ]
            }))
      ),
    ])
  }

  /// One kind's parameters.
  static func definition(of kind: Kind) -> Value {
    let declaration = kind.declaration
    let (parameters, requirements) = (declaration.parameters, declaration.requirements)
    let required = parameters.filter(\.isRequired).map(\.name)
    return described(
      .object(
        [("properties", .object(parameters.map { ($0.name, parameter($0)) }))]
          + (required.isEmpty ? [] : [("required", .strings(required))])
          + (requirements.isEmpty ? [] : [("allOf", Value(.array(requirements.map(schema(of:)))))])), kind.summary)
  }

  static func definitionName(of kind: Kind) -> String { "\(kind.family.name).\(kind.name)" }

  /// The ways to write a kind's name in its own spelling: full, short, with the family in front.
  static func names(of kind: Kind) -> [String] {
    let bare = [kind.name, kind.short].compactMap { $0 }
    let all = (kind.family.isDefault ? bare : []) + bare.map { "\(kind.family.name).\($0)" }
    return all.enumerated().filter { !all[..<$0].contains($1) }.map(\.1)
  }
}
