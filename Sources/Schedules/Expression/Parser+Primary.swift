extension Parser {
  /// A number, a name, a call or something in parentheses.
  mutating func primary() throws(ParserError) {
    switch token.kind {
    case .name: if let callee = try leaf() { try call(callee) }
    case .symbol(.open): try group()
    default: try literal()
    }
    try checkEnd()
  }

  private mutating func group() throws(ParserError) {
    let open = token
    try advance()
    try enter()
    try expression()
    leave()
    try close(open)
  }

  private mutating func literal() throws(ParserError) {
    guard case .number(let value) = token.kind else { throw missingValue }
    emit(.constant(value), token)
    try advance()
  }

  /// Refuses what Python would go on with: a call or an attribute of something that is neither a function nor a module.
  private func checkEnd() throws(ParserError) {
    if token.kind == .symbol(.open) { throw noFunction }
    if token.kind == .symbol(.dot) { throw noAttribute }
  }

  /// Compiles a variable or a constant, or gives the function that is called here.
  private mutating func leaf() throws(ParserError) -> Callee? {
    var mark = token
    var name = text(of: mark)
    try advance()
    // The variable before the rest, because a lambda may call it `e`.
    if vocabulary.variables.contains(name) {
      emit(.variable, mark)
      return nil
    }
    if let index = vocabulary.coordinate(name) {
      emit(.coordinate(index), mark)
      return nil
    }
    if name == vocabulary.rate {
      emit(.rate, mark)
      return nil
    }
    if let value = Vocabulary.truth(name) {
      emit(.constant(value), mark)
      return nil
    }
    // The prefix of a constant or function says nothing that its name does not.
    if Vocabulary.modules.contains(name) {
      guard token.kind == .symbol(.dot) else { throw bareModule(mark) }
      try advance()
      guard token.kind == .name else { throw missingMember(of: name) }
      mark = token
      name = text(of: mark)
      try advance()
    }
    if let value = Vocabulary.constant(name) {
      emit(.constant(value), mark)
      return nil
    }
    guard let function = Function.named(name) else { throw unknown(mark) }
    guard token.kind == .symbol(.open) else { throw uncalled(mark) }
    return Callee(function: function, mark: mark)
  }
}
