import Diagnostics
import JSON

/// A value of one type or of another: a number or a scheduler, a number or a list.
enum Either<First: ParameterValue, Second: ParameterValue>: ParameterValue {
  case first(First)
  case second(Second)

  static var valueType: ValueType { .either(First.valueType, Second.valueType) }

  /// Reads whichever the JSON looks like; what looks like neither is refused as both.
  static func read(_ value: Value, _ reading: inout Reading) -> Either? {
    if First.valueType.suits(value) { return First.read(value, &reading).map(Either.first) }
    if Second.valueType.suits(value) { return Second.read(value, &reading).map(Either.second) }
    return reading.mismatch(value, valueType)
  }

  var numbers: [Double] {
    switch self {
    case .first(let value): value.numbers
    case .second(let value): value.numbers
    }
  }

  var shown: String {
    switch self {
    case .first(let value): value.shown
    case .second(let value): value.shown
    }
  }
}
