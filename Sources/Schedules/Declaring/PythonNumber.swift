import Diagnostics
import JSON

/// A number that Python may compute with exactly: `3` is an int there, `3.0` is not.
///
/// It matters where integers outgrow the 53 bits of a double, as powers of step counts do.
struct PythonNumber: ParameterValue, Equatable {
  let value: Double
  let isInteger: Bool

  static var valueType: ValueType { .number }

  static func read(_ value: Value, _ reading: inout Reading) -> PythonNumber? {
    guard let number = Double.read(value, &reading) else { return nil }
    // Beyond 2⁵³ the digits of the file are not all in the double.
    if case .number(let written) = value.content, written.isInteger, abs(number) <= 0x1p53 {
      return PythonNumber(value: number, isInteger: true)
    }
    return PythonNumber(value: number, isInteger: false)
  }

  var numbers: [Double] { [value] }
  var shown: String { isInteger ? value.shown : value.description }
}

extension PythonNumber: ExpressibleByFloatLiteral {
  init(floatLiteral value: Double) {
    self.value = value
    isInteger = false
  }
}
