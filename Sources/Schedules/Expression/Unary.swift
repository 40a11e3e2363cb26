import Text

/// What takes one operand, with what Python's operator, builtin or `math` function gives and refuses.
enum Unary: Sendable {
  case negate, not
  case abs, floor, ceil, round
  case sqrt, exp, log, log2, log10
  case sin, cos, tan, tanh

  func callAsFunction(_ x: Double) throws(PythonError) -> Double {
    switch self {
    case .negate: -x
    case .not: x == 0 ? 1 : 0
    case .abs: x.magnitude
    case .floor: try whole(x, .down)
    case .ceil: try whole(x, .up)
    case .round: try whole(x, .toNearestOrEven)
    case .sqrt: try checked(x, x.squareRoot())
    case .exp: try exponential(x)
    case .log: try logarithm(x, Libm.log)
    case .log2: try logarithm(x, Libm.log2)
    case .log10: try logarithm(x, Libm.log10)
    case .sin: try checked(x, Libm.sin(x))
    case .cos: try checked(x, Libm.cos(x))
    case .tan: try checked(x, Libm.tan(x))
    case .tanh: Libm.tanh(x)
    }
  }

  /// Python makes an integer of it, so there is no negative zero, infinity or NaN.
  private func whole(_ x: Double, _ rule: FloatingPointRoundingRule) throws(PythonError) -> Double {
    guard x.isFinite else { throw .undefined(self, x) }
    return x.rounded(rule) + 0
  }

  /// NaN out of a number is a domain error; NaN out of NaN is not.
  private func checked(_ x: Double, _ result: Double) throws(PythonError) -> Double {
    guard !result.isNaN || x.isNaN else { throw .undefined(self, x) }
    return result
  }

  private func exponential(_ x: Double) throws(PythonError) -> Double {
    let result = Libm.exp(x)
    guard result.isFinite || !x.isFinite else { throw .overflow("exp") }
    return result
  }

  private func logarithm(_ x: Double, _ function: (Double) -> Double) throws(PythonError) -> Double {
    guard x > 0 || x.isNaN else { throw .undefined(self, x) }
    return function(x)
  }
}
