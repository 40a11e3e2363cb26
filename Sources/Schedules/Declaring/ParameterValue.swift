import Diagnostics
import JSON

/// A type that a parameter can have.
protocol ParameterValue: Sendable {
  static var valueType: ValueType { get }
  /// Reads a value; reports what is wrong and gives `nil`.
  static func read(_ value: Value, _ reading: inout Reading) -> Self?
  /// The numbers in it, for bounds.
  var numbers: [Double] { get }
  /// The value as one would write it in JSON.
  var shown: String { get }
}

extension ParameterValue {
  var numbers: [Double] { [] }
}

extension Double: ParameterValue {
  static var valueType: ValueType { .number }

  static func read(_ value: Value, _ reading: inout Reading) -> Double? {
    guard case .number(let number) = value.content else { return reading.mismatch(value, valueType) }
    guard number.value.isFinite else {
      reading.report(Diagnostic(.value, "\(reading.subject) is beyond the range of a double", at: value.range))
      return nil
    }
    return number.value
  }

  var numbers: [Double] { [self] }
  var shown: String { Shown.number(self) }
}

extension Int: ParameterValue {
  static var valueType: ValueType { .integer }

  /// A whole number in any spelling, `10`, `10.0` or `1e1`, as JSON Schema has it.
  static func read(_ value: Value, _ reading: inout Reading) -> Int? {
    guard case .number(let number) = value.content,
      number.isInteger || number.value.rounded() == number.value
    else { return reading.mismatch(value, valueType) }
    guard abs(number.value) <= 1e15, let integer = Int(exactly: number.value) else {
      reading.report(Diagnostic(.value, "\(reading.subject) is beyond ±10¹⁵", at: value.range))
      return nil
    }
    return integer
  }

  var numbers: [Double] { [Double(self)] }
  var shown: String { String(self) }
}

/// A number that Python reads as float; torch refuses an int where it asks `isinstance(x, float)`.
struct PythonFloat: ParameterValue {
  let value: Double

  static var valueType: ValueType { .float }

  static func read(_ value: Value, _ reading: inout Reading) -> PythonFloat? {
    if case .number(let number) = value.content, number.isInteger {
      reading.report(
        Diagnostic(
          .value, "\(reading.subject) must be \(valueType.words), as torch wants a float here", at: value.range,
          hint: "write \(Shown.number(number.value)).0"))
      return nil
    }
    return Double.read(value, &reading).map(PythonFloat.init)
  }

  var numbers: [Double] { [value] }
  var shown: String { value.description }
}

extension Bool: ParameterValue {
  static var valueType: ValueType { .boolean }

  static func read(_ value: Value, _ reading: inout Reading) -> Bool? {
    guard case .bool(let bool) = value.content else { return reading.mismatch(value, valueType) }
    return bool
  }

  var shown: String { description }
}

extension String: ParameterValue {
  static var valueType: ValueType { .text }

  static func read(_ value: Value, _ reading: inout Reading) -> String? {
    guard case .string(let text) = value.content else { return reading.mismatch(value, valueType) }
    return text
  }

  var shown: String { "\"\(self)\"" }
}

extension Optional: ParameterValue where Wrapped: ParameterValue {
  static var valueType: ValueType { .optional(Wrapped.valueType) }

  static func read(_ value: Value, _ reading: inout Reading) -> Wrapped?? {
    if case .null = value.content { return .some(nil) }
    return Wrapped.read(value, &reading).map { .some($0) }
  }

  var numbers: [Double] { self?.numbers ?? [] }
  var shown: String { self?.shown ?? "null" }
}

extension Array: ParameterValue where Element: ParameterValue {
  static var valueType: ValueType { .list(Element.valueType) }

  static func read(_ value: Value, _ reading: inout Reading) -> [Element]? {
    guard case .array(let elements) = value.content else { return reading.mismatch(value, valueType) }
    var values: [Element] = []
    values.reserveCapacity(elements.count)
    for element in elements {
      guard let read = Element.read(element, &reading) else { return nil }
      values.append(read)
    }
    return values
  }

  var numbers: [Double] { flatMap(\.numbers) }
  var shown: String { "[\(map(\.shown).joined(separator: ", "))]" }
}
