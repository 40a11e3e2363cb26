/// One step of a compiled expression, on a stack of numbers.
///
/// Skips are relative, so that compiled pieces can be moved: Python writes a conditional's condition after its first
/// branch, but evaluates it before.
enum Instruction: Sendable {
  case constant(Double)
  case variable
  /// The rate before, which some functions are given beside the variable.
  case rate
  /// One of several variables.
  case coordinate(Int)
  case unary(Unary)
  case binary(Binary)
  case compare(Comparison)
  /// Leaves the right operand for the next link of a chain, or 0 and skips the rest of it.
  case link(Comparison, Int)
  case skip(Int)
  /// Takes the condition.
  case skipIfFalse(Int)
  /// `and`: keeps a false operand and skips, drops a true one.
  case keepFalse(Int)
  /// `or`: keeps a true operand and skips, drops a false one.
  case keepTrue(Int)

  /// How much taller the stack is after it, where it does not skip.
  var growth: Int {
    switch self {
    case .constant, .variable, .rate, .coordinate: 1
    case .unary, .skip: 0
    case .binary, .compare, .link, .skipIfFalse, .keepFalse, .keepTrue: -1
    }
  }
}

enum Comparison: Sendable {
  case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual

  init?(_ symbol: Symbol) {
    switch symbol {
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    default: return nil
    }
  }

  func holds(_ a: Double, _ b: Double) -> Bool {
    switch self {
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    case .equal: a == b
    case .notEqual: a != b
    }
  }
}
