/// A function and where its name stands.
struct Callee {
  let function: Function
  let mark: Token
}

extension Parser {
  /// What follows the name of a function: `"(" expression ("," expression)* [","] ")"`.
  mutating func call(_ callee: Callee) throws(ParserError) {
    let open = token
    var count = 0
    try advance()
    while token.kind != .symbol(.close) {
      try enter()
      try expression()
      leave()
      count += 1
      fold(callee, count)
      guard token.kind == .symbol(.comma) else { break }
      try advance()
    }
    try close(open)
    try finish(callee, count)
  }

  mutating func close(_ open: Token) throws(ParserError) {
    guard token.kind == .symbol(.close) else { throw surplus(inside: open) }
    try advance()
  }

  /// An open function takes its operands two by two: however many there are, two are on the stack.
  private mutating func fold(_ callee: Callee, _ count: Int) {
    guard callee.function.isOpen, count > 1, let operation = callee.function.two else { return }
    emit(.binary(operation), callee.mark)
  }

  private mutating func finish(_ callee: Callee, _ count: Int) throws(ParserError) {
    let function = callee.function
    guard function.takes(count) else {
      throw error("“\(function.name)” takes \(function.arity), not \(count)", callee.mark)
    }
    if function.isOpen { return }
    if count == 1, let operation = function.one { emit(.unary(operation), callee.mark) }
    if count == 2, let operation = function.two { emit(.binary(operation), callee.mark) }
  }
}
