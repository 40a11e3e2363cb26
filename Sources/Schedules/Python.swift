import Diagnostics

/// Python's arithmetic on floats, for kinds: what raises there is an error of the run here.
enum Python {
  /// `a / b`; `what` names the part that is zero when it cannot be done.
  static func quotient(
    _ a: Double, _ b: Double, _ what: @autoclosure () -> String, code: Diagnostic.Code = .run
  ) throws(Diagnostic) -> Double {
    guard b != 0 else { throw Diagnostic(code, "division by zero: \(what()) is 0") }
    return a / b
  }

  /// `a / b`, where a parameter is what makes b zero, if it is.
  static func quotient(
    _ a: Double, _ b: Double, of parameter: String, code: Diagnostic.Code = .run
  ) throws(Diagnostic) -> Double {
    guard b != 0 else { throw division(by: parameter, code) }
    return a / b
  }

  /// `a % b`, where a parameter is what makes b zero, if it is.
  static func remainder(_ a: Double, _ b: Double, of parameter: String) throws(Diagnostic) -> Double {
    guard b != 0 else { throw division(by: parameter) }
    return try remainder(a, b)
  }

  /// `a // b`, where a parameter is what makes b zero, if it is.
  static func floorQuotient(_ a: Double, _ b: Double, of parameter: String) throws(Diagnostic) -> Double {
    guard b != 0 else { throw division(by: parameter) }
    return try floorQuotient(a, b)
  }

  private static func division(by parameter: String, _ code: Diagnostic.Code = .run) -> Diagnostic {
    Diagnostic(code, "division by zero: “\(parameter)” is 0", of: parameter)
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

  /// A function of the `math` module, `math.sqrt(x)` say, or a builtin.
  static func call(_ function: Unary, _ x: Double) throws(Diagnostic) -> Double {
    try run { () throws(PythonError) in try function(x) }
  }

  /// `math.log(x, base)`.
  static func logarithm(_ x: Double, base: Double) throws(Diagnostic) -> Double {
    try quotient(try call(.log, x), try call(.log, base), "log(\(base.description))")
  }

  /// How many elements stand left of `value` in a sorted list; on an unsorted one whatever `bisect_right` finds.
  static func bisect(_ list: [Double], _ value: Double) -> Int {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if value < list[middle] { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func run(_ operation: () throws(PythonError) -> Double) throws(Diagnostic) -> Double {
    do throws(PythonError) {
      return try operation()
    } catch {
      throw Diagnostic(.run, error.description)
    }
  }
}
