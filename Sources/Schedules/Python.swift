import Diagnostics

/// Python's arithmetic on floats, for kinds: what raises there is an error of the run here.
enum Python {
  /// `a / b`; `what` names the part that is zero when it cannot be done.
  static func quotient(
    _ a: Double, _ b: Double, _ what: String, code: Diagnostic.Code = .run
  ) throws(Diagnostic) -> Double {
    guard b != 0 else { throw Diagnostic(code, "division by zero: \(what) is 0") }
    return a / b
  }

  /// `a % b`.
  static func remainder(_ a: Double, _ b: Double) throws(Diagnostic) -> Double {
    try run { () throws(PythonError) in try PythonArithmetic.modulo(a, b) }
  }

  /// `a // b`.
  static func floorQuotient(_ a: Double, _ b: Double) throws(Diagnostic) -> Double {
    try run { () throws(PythonError) in try PythonArithmetic.floorDivision(a, b) }
  }

  /// `a ** b`.
  static func power(_ a: Double, _ b: Double) throws(Diagnostic) -> Double {
    try run { () throws(PythonError) in try PythonArithmetic.power(a, b) }
  }

  private static func run(_ operation: () throws(PythonError) -> Double) throws(Diagnostic) -> Double {
    do throws(PythonError) {
      return try operation()
    } catch {
      throw Diagnostic(.run, error.description)
    }
  }
}
