/// What takes two operands, with what Python gives and refuses.
enum Binary: Sendable {
  case add, subtract, multiply, divide, floorDivide, modulo, power
  case minimum, maximum, logToBase, roundToDigits

  func callAsFunction(_ a: Double, _ b: Double) throws(PythonError) -> Double {
    switch self {
    case .add: return a + b
    case .subtract: return a - b
    case .multiply: return a * b
    case .divide:
      guard b != 0 else { throw .divisionByZero }
      return a / b
    case .floorDivide: return try PythonArithmetic.floorDivision(a, b)
    case .modulo: return try PythonArithmetic.modulo(a, b)
    case .power: return try PythonArithmetic.power(a, b)
    // The first of equals stays, and NaN is never smaller or larger: min(nan, 1) is NaN, min(1, nan) is 1.
    case .minimum: return b < a ? b : a
    case .maximum: return b > a ? b : a
    case .logToBase:
      let numerator = try Unary.log(a)
      let denominator = try Unary.log(b)
      return try Binary.divide(numerator, denominator)
    case .roundToDigits: return try PythonArithmetic.round(a, digits: b)
    }
  }
}
