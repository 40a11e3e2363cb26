extension Parser {
  /// Reads a `lambda NAME:` in front, which names the variable; people paste it from their training script.
  ///
  /// Where a function is given the rate too, the second of two names is its.
  mutating func header() throws(ParserError) {
    guard token.kind == .keyword(.lambda) else { return }
    try advance()
    let name = try variableName()
    var rate: String?
    if token.kind == .symbol(.comma), vocabulary.rate != nil {
      try advance()
      rate = try variableName()
    }
    guard token.kind == .symbol(.colon) else {
      let hint = token.kind == .symbol(.comma) && rate == nil ? "there is just one variable" : nil
      throw error("expected “:” after “lambda \(name)”, found \(shown)", token, hint: hint)
    }
    try advance()
    vocabulary = Vocabulary(variables: [name], rate: rate)
  }

  private mutating func variableName() throws(ParserError) -> String {
    let name = text(of: token)
    guard token.kind == .name, Vocabulary.truth(name) == nil, !Keyword.foreign.contains(name) else {
      throw error("“lambda” takes the name of one variable", token, hint: "write “lambda epoch: …”")
    }
    try advance()
    return name
  }
}
