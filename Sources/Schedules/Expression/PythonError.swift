/// What Python would raise.
enum PythonError: Error {
  case divisionByZero
  case zeroToNegativePower
  case complexPower(Double, Double)
  case overflow(StaticString)
  case undefined(Unary, Double)
  case digits(Double)

  /// What failed, for a message that goes on with “at epoch 12”.
  var description: String {
    switch self {
    case .divisionByZero: "division by zero"
    case .zeroToNegativePower: "zero to a negative power"
    case .complexPower(let base, let exponent): "(\(base)) ** \(exponent) is not a real number"
    case .overflow(let name): "overflow of \(name)"
    case .undefined(let function, let x): "\(function)(\(PythonError.shown(x))) is undefined"
    case .digits(let count): "round takes a whole number of digits, at most 22 and not \(PythonError.shown(count)),"
    }
  }

  /// A number; a NaN without its sign, which Python does not show.
  static func shown(_ x: Double) -> String { x.isNaN ? "nan" : x.description }
}
