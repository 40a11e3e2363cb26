package import JSON
import Text

/// What a value of a parameter looks like in JSON; flags, manuals and the schema are derived from it.
package indirect enum ValueType: Sendable, Equatable {
  case number
  /// A number written without fraction and exponent.
  case integer
  /// A number that Python would read as float: with a fraction or an exponent.
  case float
  case boolean
  case text
  /// A part of a whole, from 0% to below 100%.
  case percentage
  case choice([String])
  /// An expression in Python's syntax.
  case function
  /// An expression that begins with Python's `lambda`, where other words are names.
  case lambda
  case list(ValueType)
  /// One value for all param groups, or an array of one for each.
  case perGroup(ValueType)
  /// Absent and null mean the same.
  case optional(ValueType)
  /// One scheduler.
  case scheduler
  /// Schedulers, in order.
  case schedulers
  /// An object whose keys are steps and whose values are numbers.
  case stepMap
  /// An object with parameters of its own.
  case record([ParameterDescription])
  case either(ValueType, ValueType)

  /// The type in words: “a number”, “a number, or one for each param group”.
  package var words: String {
    switch self {
    case .number: "a number"
    case .integer: "an integer"
    case .float: "a number with a decimal point"
    case .boolean: "true or false"
    case .text: "a string"
    case .percentage: "a percentage such as “6%”"
    case .choice(let choices): choices.map { "“\($0)”" }.listed()
    case .function: "an expression in a string"
    case .lambda: "a lambda in a string"
    case .list(let element): "an array, each element \(element.words)"
    case .perGroup(let element): "\(element.words), or an array of one for each param group"
    case .optional(let wrapped): "\(wrapped.words), or null"
    case .scheduler: "a scheduler"
    case .schedulers: "an array of schedulers"
    case .stepMap: "an object of numbers by step"
    case .record(let members): "an object with \(members.map { "“\($0.name)”" }.listed(last: "and"))"
    case .either(let first, let second): "\(first.words), or \(second.words)"
    }
  }

  /// Whether a JSON value is of the right sort, whatever its content.
  package func suits(_ value: Value) -> Bool {
    switch (self, value.content) {
    case (.number, .number), (.integer, .number), (.float, .number), (.boolean, .bool), (.text, .string),
      (.percentage, .string), (.lambda, .string), (.choice, .string), (.function, .string), (.list, .array),
      (.schedulers, .array), (.scheduler, .object),
      (.stepMap, .object), (.record, .object):
      true
    case (.perGroup(let element), .array(let elements)): elements.allSatisfy(element.suits)
    case (.perGroup(let element), _): element.suits(value)
    case (.optional, .null): true
    case (.optional(let wrapped), _): wrapped.suits(value)
    case (.either(let first, let second), _): first.suits(value) || second.suits(value)
    default: false
    }
  }

  /// The type without `optional`.
  package var required: ValueType {
    if case .optional(let wrapped) = self { return wrapped.required }
    return self
  }
}
