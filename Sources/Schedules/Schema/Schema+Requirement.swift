import JSON

extension Schema {
  /// What a kind asks of several parameters together.
  static func schema(of requirement: Requirement) -> Value {
    switch requirement {
    case .anyOf(let sets): ["anyOf": Value(.array(sets.map(given)))]
    case .oneOf(let first, let second): ["oneOf": [given([first]), given([second])]]
    case .atMostOne(let first, let second): ["not": given([first, second])]
    case .filled(let name): ["properties": .object([(name, .object([("minItems", 1)]))])]
    case .word(let name, let words, let other):
      ["anyOf": [given([other]), ["properties": .object([(name, .object([("enum", .strings(words))]))])]]]
    }
  }

  /// Parameters that are there, and not null.
  private static func given(_ names: [String]) -> Value {
    [
      "properties": .object(names.map { ($0, ["not": ["type": "null"]] as Value) }),
      "required": .strings(names),
    ]
  }

  /// A file whose schedulers watch a metric has one.
  static var metricIfWatched: Value {
    let watching: Value = [
      "type": "object",
      "properties": ["type": ["enum": .strings(Catalogue.kinds.filter(\.watchesMetric).flatMap(names))]],
      "required": ["type"],
    ]
    let scheduler: Value = [
      "properties": ["scheduler": ["anyOf": [watching, ["type": "array", "contains": watching]]]],
      "required": ["scheduler"],
    ]
    let unfed: Value = ["allOf": [scheduler, ["not": ["required": ["metric"]]]]]
    let curves: Value = [
      "properties": ["curves": ["type": "array", "contains": unfed]], "required": ["curves"],
    ]
    return ["if": ["anyOf": [scheduler, curves]], "then": ["required": ["metric"]]]
  }
}
