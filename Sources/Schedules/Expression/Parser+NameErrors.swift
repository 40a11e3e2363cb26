import Diagnostics

extension Parser {
  /// A name that means nothing here.
  func unknown(_ token: Token) -> ParserError {
    let name = text(of: token)
    if name == "None" { return error("“None” is not a number", token) }
    if Keyword.foreign.contains(name) { return error("“\(name)” is Python, but no part of an expression here", token) }
    if ["torch", "numpy", "tf", "jnp", "jax", "scipy", "cmath"].contains(name) {
      return error("there is no “\(name)” here", token, hint: "functions need no module: exp(…), or math.exp(…)")
    }
    let suggestion = Diagnostic.suggestion(vocabulary.suggestion(for: name))
    let variable = vocabulary.variables.first.map { "the variable is “\($0)”" }
    return error("there is no “\(name)”", token, hint: suggestion ?? variable)
  }

  /// The name of a function that is not called.
  func uncalled(_ token: Token) -> ParserError {
    let name = text(of: token)
    return error("“\(name)” is a function", token, hint: "call it: \(name)(…)")
  }

  func bareModule(_ token: Token) -> ParserError {
    let name = text(of: token)
    return error("“\(name)” is not a number", token, hint: "write “\(name).” and the name of a function")
  }

  func missingMember(of module: String) -> ParserError { error("expected a name after “\(module).”", token) }

  var noAttribute: ParserError { error("a number has no attributes", token) }

  var noFunction: ParserError {
    let names = Function.all.map(\.name).joined(separator: " ")
    return error("only a function can be called", token, hint: "write “*” to multiply, or one of \(names)")
  }
}
