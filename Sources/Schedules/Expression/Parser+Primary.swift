import Diagnostics

extension Parser {
  /// A number, a name, a call or something in parentheses.
  mutating func primary() throws(Diagnostic) {
    let mark = token
    switch token.kind {
    case .number(let value):
      try advance()
      emit(.constant(value), mark)
    case .symbol(.open):
      try advance()
      try nested { parser throws(Diagnostic) in try parser.expression() }
      try close(mark)
    case .name(let name): try named(name, mark)
    case .keyword, .symbol, .end: throw missingValue
    }
    if token.kind == .symbol(.open) {
      throw error(
        "only a function can be called", token, hint: "write “*” to multiply, or one of \(Parser.functionNames)")
    }
  }

  /// What a name stands for: the variable before the rest, because it may be called `e`.
  private mutating func named(_ name: String, _ mark: Token) throws(Diagnostic) {
    try advance()
    if vocabulary.variables.contains(name) {
      emit(.variable, mark)
    } else if let value = Vocabulary.truth(name) {
      emit(.constant(value), mark)
    } else if Vocabulary.modules.contains(name) {
      try member(of: name, mark)
    } else {
      try known(name, mark)
    }
    if token.kind == .symbol(.dot) { throw error("“\(name)” has nothing behind a “.”", token) }
  }

  /// `math.cos`: the prefix of a constant or function says nothing that its name does not.
  private mutating func member(of module: String, _ mark: Token) throws(Diagnostic) {
    guard token.kind == .symbol(.dot) else {
      throw error("“\(module)” is no number", mark, hint: "write “\(module).” and the name of a function")
    }
    try advance()
    guard case .name(let name) = token.kind else { throw error("expected a name after “\(module).”", token) }
    let member = token
    try advance()
    try known(name, member)
  }

  /// A constant or the call of a function.
  private mutating func known(_ name: String, _ mark: Token) throws(Diagnostic) {
    if let value = Vocabulary.constant(name) {
      emit(.constant(value), mark)
    } else if let function = Function.named(name) {
      try call(function, mark)
    } else {
      throw unknown(name, mark)
    }
  }

  /// A call: `name "(" expression ("," expression)* [","] ")"`.
  private mutating func call(_ function: Function, _ mark: Token) throws(Diagnostic) {
    let open = token
    guard open.kind == .symbol(.open) else {
      throw error("“\(function.name)” is a function", mark, hint: "call it: \(function.name)(…)")
    }
    try advance()
    var count = 0
    while token.kind != .symbol(.close) {
      try nested { parser throws(Diagnostic) in try parser.expression() }
      count += 1
      // An open function takes its operands two by two, so that however many there are, two are on the stack.
      if function.isOpen, count > 1, let operation = function.two { emit(.binary(operation), mark) }
      guard token.kind == .symbol(.comma) else { break }
      try advance()
    }
    try close(open)
    guard function.takes(count) else {
      throw error("“\(function.name)” takes \(function.arity), not \(count)", mark)
    }
    if function.isOpen { return }
    if count == 1, let operation = function.one { emit(.unary(operation), mark) }
    if count == 2, let operation = function.two { emit(.binary(operation), mark) }
  }

  private mutating func close(_ open: Token) throws(Diagnostic) {
    guard token.kind == .symbol(.close) else { throw surplus(inside: open) }
    try advance()
  }
}
