import Diagnostics

extension Parser {
  static var functionNames: String { Function.all.map(\.name).joined(separator: " ") }

  func error(_ message: String, _ token: Token, hint: String? = nil) -> Diagnostic {
    lexer.placement.error(message, token.lower, token.upper, hint: hint)
  }

  /// The current token, for a message.
  var shown: String {
    token.kind == .end ? "the end of the expression" : "“\(lexer.text(token.lower, token.upper))”"
  }

  /// There is no value where one must be.
  var missingValue: Diagnostic {
    if lexer.bytes.allSatisfy({ $0 <= 0x20 }) { return error("the expression is empty", token, hint: "write a number") }
    let hint: String? =
      switch token.kind {
      case .keyword(.not): "put “not …” in parentheses"
      case .keyword(.lambda): "“lambda” stands only at the very start"
      case .symbol(.star), .symbol(.slash): "a value stands before and after “*” and “/”"
      case .symbol(.dot): "digits come after a “.” that starts a number"
      default: nil
      }
    return error("expected a value, found \(shown)", token, hint: hint)
  }

  /// A name that means nothing here.
  func unknown(_ name: String, _ token: Token) -> Diagnostic {
    if name == "None" { return error("“None” is no number", token) }
    if Keyword.foreign.contains(name) { return error("“\(name)” is Python, but no part of an expression here", token) }
    let hint = Diagnostic.suggestion(vocabulary.suggestion(for: name))
    let variable = vocabulary.variables.first.map { "the variable is “\($0)”" }
    return error("there is no “\(name)”", token, hint: hint ?? variable)
  }

  /// Something where the expression, or what an open parenthesis began, should end.
  func surplus(inside open: Token? = nil) -> Diagnostic {
    switch token.kind {
    case .end:
      return error("“(” is never closed", open ?? token)
    case .symbol(.close):
      return error("“)” closes nothing", token)
    case .symbol(.comma):
      return error("“,” outside a call", token, hint: "a decimal point is “.”")
    case .keyword(.else):
      return error("“else” without “if”", token, hint: "write “a if condition else b”")
    case .keyword(.not):
      return error("“not in” compares no numbers", token)
    case .name(let name) where Keyword.foreign.contains(name):
      return unknown(name, token)
    case .number, .name:
      return error("expected an operator before \(shown)", token, hint: "write “*” to multiply")
    default:
      return error("expected an operator, found \(shown)", token)
    }
  }
}
