import Text

/// Python's arithmetic on floats where it is not the processor's, to the bit.
enum PythonArithmetic {
  /// `a // b`: the quotient without its remainder, floored.
  static func floorDivision(_ a: Double, _ b: Double) throws(PythonError) -> Double {
    guard b != 0 else { throw .divisionByZero }
    let remainder = a.truncatingRemainder(dividingBy: b)
    var quotient = (a - remainder) / b
    if remainder != 0, (b < 0) != (remainder < 0) { quotient -= 1 }
    guard quotient != 0 else { return Double(signOf: a / b, magnitudeOf: 0) }
    // The quotient is whole but for rounding, which may have left it just under the integer that it is.
    let floored = quotient.rounded(.down)
    return quotient - floored > 0.5 ? floored + 1 : floored
  }

  /// `a % b`: the remainder with the sign of the divisor.
  static func modulo(_ a: Double, _ b: Double) throws(PythonError) -> Double {
    guard b != 0 else { throw .divisionByZero }
    let remainder = a.truncatingRemainder(dividingBy: b)
    guard remainder != 0 else { return Double(signOf: b, magnitudeOf: 0) }
    return (b < 0) != (remainder < 0) ? remainder + b : remainder
  }

  /// `base ** exponent`: C's pow, but what is infinite, complex or a division by zero there is refused here.
  static func power(_ base: Double, _ exponent: Double) throws(PythonError) -> Double {
    if exponent == 0 || base == 1 { return 1 }
    if base == 0, exponent < 0 { throw .zeroToNegativePower }
    if base.isFinite, base < 0, exponent.isFinite, exponent != exponent.rounded(.down) {
      throw .complexPower(base, exponent)
    }
    let result = Libm.pow(base, exponent)
    guard !result.isInfinite || base.isInfinite || exponent.isInfinite else { throw .overflow("**") }
    return result
  }
}
