import Diagnostics
import JSON

/// A parameter that is an object with parameters of its own: one cycle of optax's `sgdr_schedule`, say.
protocol Record: ParameterValue {
  /// What each is called in messages: “a cycle”.
  static var noun: String { get }
  static var members: [ParameterDescription] { get }
  /// Reads the values of `members`; reports what is wrong and gives `nil`.
  static func read(from fields: Fields, _ reading: inout Reading) -> Self?
}

extension Record {
  static var valueType: ValueType { .record(members) }

  static func read(_ value: Value, _ reading: inout Reading) -> Self? {
    guard case .object(let given) = value.content else { return reading.mismatch(value, valueType) }
    var fields = Fields(given, of: noun, namedAt: value.range.part(0, 1))
    fields.check(against: members.map(\.name), as: .param, noun: "parameter", &reading)
    return read(from: fields, &reading)
  }

  var shown: String { "{…}" }
}
