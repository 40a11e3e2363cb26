import Diagnostics
import JSON
import Text

extension PythonLiterals {
  /// Two values with an operator between them, as Python computes with numbers; anything else is opaque.
  static func combine(_ left: Datum, _ mark: String, _ right: Datum) -> Datum {
    let range = SourceRange(left.range.lower, max(left.range.upper, right.range.upper))
    guard case .number(let a) = left.content, case .number(let b) = right.content,
      let result = number(a, mark, b), result.value.isFinite
    else { return Datum(.opaque("an expression"), at: range) }
    return Datum(.number(result), at: range)
  }

  private static func number(_ a: Number, _ mark: String, _ b: Number) -> Number? {
    let areWhole = a.isInteger && b.isInteger
    switch mark {
    case "+": return Number(a.value + b.value, isInteger: areWhole)
    case "-": return Number(a.value - b.value, isInteger: areWhole)
    case "*": return Number(a.value * b.value, isInteger: areWhole)
    case "/": return b.value == 0 ? nil : Number(a.value / b.value, isInteger: false)
    case "//": return b.value == 0 ? nil : Number((a.value / b.value).rounded(.down), isInteger: areWhole)
    case "**":
      let isWhole = areWhole && b.value >= 0
      return Number(Libm.pow(a.value, b.value), isInteger: isWhole)
    default: return nil
    }
  }
}
