import Diagnostics
import JSON

extension Schema {
  /// A parameter: its type, what it means, and its default.
  static func parameter(_ parameter: ParameterDescription) -> Value {
    var schema = self.schema(of: parameter.valueType, parameter.bounds)
    if parameter.takesPercentages { schema = withPercentages(parameter.valueType, schema, parameter.bounds) }
    let standard = parameter.standard.flatMap { try? Scanner.read(Source(name: "default", bytes: Array($0.utf8))) }
    let isWritable = standard.map { parameter.valueType.suits($0) } ?? false
    return described(
      .object(members(of: schema) + (isWritable ? standard.map { [("default", $0)] } ?? [] : [])), parameter.help)
  }

  /// A length that may be a percentage, too; a pattern says nothing of numbers, and bounds nothing of texts.
  private static func withPercentages(_ type: ValueType, _ schema: Value, _ bounds: Bounds?) -> Value {
    let pattern: Value = "^(100(\\.0+)?|(0|[1-9][0-9]?)(\\.[0-9]+)?)%$"
    switch type {
    case .integer: return .object([("type", ["integer", "string"])] + limits(bounds) + [("pattern", pattern)])
    case .number, .float: return .object([("type", ["number", "string"])] + limits(bounds) + [("pattern", pattern)])
    default: return ["anyOf": [schema, ["type": "string", "pattern": pattern]]]
    }
  }

  static func schema(of type: ValueType, _ bounds: Bounds?) -> Value {
    switch type {
    case .number, .float: return .object([("type", "number")] + limits(bounds))
    case .integer: return .object([("type", "integer")] + limits(bounds))
    case .boolean: return ["type": "boolean"]
    case .text: return ["type": "string"]
    case .percentage:
      return ["type": "string", "pattern": "^\\+?(0*[0-9]{1,2}(\\.[0-9]*)?|\\.[0-9]+)([eE]-[0-9]+)?%$"]
    case .lambda: return ["type": "string", "pattern": "^lambda"]
    case .choice(let words): return ["enum": .strings(words)]
    case .function: return reference("function")
    case .list(let element): return ["type": "array", "items": schema(of: element, bounds)]
    case .perGroup(let element):
      let one = schema(of: element, bounds)
      return ["anyOf": [one, ["type": "array", "items": one, "minItems": 1]]]
    case .optional(let wrapped): return ["anyOf": [schema(of: wrapped, bounds), ["type": "null"]]]
    case .scheduler: return reference("childScheduler")
    case .schedulers: return ["type": "array", "items": reference("childScheduler"), "minItems": 1]
    case .stepMap:
      return [
        "type": "object", "propertyNames": ["pattern": "^[+-]?[0-9]+$"],
        "additionalProperties": .object([("type", "number")] + limits(bounds)),
      ]
    case .record(let members):
      return closed(
        members.map { ($0.name, parameter($0)) }, required: members.filter(\.isRequired).map(\.name))
    case .either(let first, let second): return ["anyOf": [schema(of: first, bounds), schema(of: second, bounds)]]
    }
  }

  private static func limits(_ bounds: Bounds?) -> [(key: String, value: Value)] {
    guard let bounds else { return [] }
    let lower = bounds.lower.map {
      (key: bounds.includesLower ? "minimum" : "exclusiveMinimum", value: Value.number($0))
    }
    let upper = bounds.upper.map {
      (key: bounds.includesUpper ? "maximum" : "exclusiveMaximum", value: Value.number($0))
    }
    return [lower, upper].compactMap { $0 }
  }

  static var function: Value {
    [
      "description": "A function of the epoch in Python’s expression syntax, such as \"0.95 ** epoch\".",
      "type": "string", "minLength": 1, "maxLength": .number(Double(Expression.maximumLength)),
    ]
  }
}
