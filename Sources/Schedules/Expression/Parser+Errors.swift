// Out of line, so that the frames of the grammar's recursion hold no half-made message.
extension Parser {
  func error(_ message: String, _ token: Token, hint: String? = nil) -> ParserError {
    lexer.placement.error(message, token.lower, token.upper, hint: hint)
  }

  func text(of token: Token) -> String { lexer.text(token.lower, token.upper) }

  /// The current token, for a message.
  var shown: String { token.kind == .end ? "the end of the expression" : "“\(text(of: token))”" }

  // MARK: Grammar

  /// There is no value where one must be.
  var missingValue: ParserError {
    if lexer.bytes.allSatisfy({ $0 <= 0x20 }) { return error("the expression is empty", token, hint: "write a number") }
    let hint: String? =
      switch token.kind {
      case .keyword(.not): "put “not …” in parentheses"
      case .keyword(.lambda): "“lambda” is allowed only at the very start"
      case .symbol(.star), .symbol(.slash): "“*” and “/” need a value on both sides"
      case .symbol(.dot): "digits come after a “.” that starts a number"
      default: nil
      }
    return error("expected a value, found \(shown)", token, hint: hint)
  }

  func missingElse(_ question: Token) -> ParserError {
    // Where the condition stopped short of its end, that is the matter: `1 if x in y else 2`.
    if token.kind == .name { return surplus() }
    return error("“if” without “else”", question, hint: "write “a if condition else b”")
  }

  /// Something where the expression, or what an open parenthesis began, should end.
  func surplus(inside open: Token? = nil) -> ParserError {
    switch token.kind {
    case .end: error("“(” is never closed", open ?? token)
    case .symbol(.close): error("“)” closes nothing", token)
    case .symbol(.comma): error("“,” outside a call", token, hint: "a decimal point is “.”")
    case .keyword(.else): error("“else” without “if”", token, hint: "write “a if condition else b”")
    case .keyword(.not): error("“not in” compares no numbers", token)
    case .name where Keyword.foreign.contains(text(of: token)): unknown(token)
    case .number, .name: error("expected an operator before \(shown)", token, hint: "write “*” to multiply")
    default: error("expected an operator, found \(shown)", token)
    }
  }

  // MARK: Limits

  var tooDeep: ParserError { error("the expression is nested deeper than \(Parser.maximumDepth)", token) }

  var tooTall: ParserError {
    lexer.placement.error(
      "the expression needs more than \(Program.maximumHeight) numbers at once", 0, lexer.bytes.count,
      hint: "nest less deeply")
  }
}
