import Text

/// Compiles an expression while it reads it: one method for each rule of Python's grammar, lowest precedence first.
struct Parser {
  static let maximumDepth = 100

  var lexer: Lexer
  var token = Token(.end, 0, 0)
  var program = Program()
  var vocabulary: Vocabulary
  private var depth = 0

  init(_ text: String, _ placement: Placement, _ vocabulary: Vocabulary) {
    lexer = Lexer(text, placement)
    self.vocabulary = vocabulary
  }

  /// Reads the whole text.
  mutating func parse() throws(ParserError) -> Program {
    try advance()
    try header()
    try expression()
    guard token.kind == .end else { throw surplus() }
    guard program.tallest <= Program.maximumHeight else { throw tooTall }
    return program
  }

  // MARK: Rules

  /// A conditional: `disjunction ["if" disjunction "else" expression]`.
  mutating func expression() throws(ParserError) {
    let start = program.count
    try disjunction()
    guard token.kind == .keyword(.if) else { return }
    let question = token
    let branch = program.cut(from: start)
    try advance()
    try disjunction()
    let condition = program.count
    emit(.skipIfFalse(0), question)
    program.paste(branch)
    guard token.kind == .keyword(.else) else {
      throw missingElse(question)
    }
    let alternative = program.count
    emit(.skip(0), token)
    program.landSkip(at: condition)
    program.beginAlternative()
    try advance()
    try enter()
    try expression()
    leave()
    program.landSkip(at: alternative)
  }

  /// One of several: `conjunction ("or" conjunction)*`.
  private mutating func disjunction() throws(ParserError) {
    try conjunction()
    while token.kind == .keyword(.or) {
      let skip = program.count
      emit(.keepTrue(0), token)
      try advance()
      try conjunction()
      program.landSkip(at: skip)
    }
  }

  /// All of several: `inversion ("and" inversion)*`.
  private mutating func conjunction() throws(ParserError) {
    try inversion()
    while token.kind == .keyword(.and) {
      let skip = program.count
      emit(.keepFalse(0), token)
      try advance()
      try inversion()
      program.landSkip(at: skip)
    }
  }

  /// A negation: `"not" inversion | comparison`.
  private mutating func inversion() throws(ParserError) {
    guard token.kind == .keyword(.not) else { return try comparison() }
    let mark = token
    try advance()
    try enter()
    try inversion()
    leave()
    emit(.unary(.not), mark)
  }

  /// A chain of comparisons, `sum (("<" | "<=" | …) sum)*`: each operand once, and none after a link that does not hold.
  private mutating func comparison() throws(ParserError) {
    try sum()
    var links: [Int] = []
    while case .symbol(let symbol) = token.kind, let comparison = Comparison(symbol) {
      let mark = token
      try advance()
      try sum()
      if case .symbol(let next) = token.kind, Comparison(next) != nil {
        links.append(program.count)
        emit(.link(comparison, 0), mark)
      } else {
        emit(.compare(comparison), mark)
      }
    }
    for link in links { program.landSkip(at: link) }
  }

  /// A sum: `product (("+" | "-") product)*`.
  private mutating func sum() throws(ParserError) {
    try product()
    while let operation = operation([.plus: .add, .minus: .subtract]) {
      let mark = token
      try advance()
      try product()
      emit(.binary(operation), mark)
    }
  }

  /// A product: `factor (("*" | "/" | "//" | "%") factor)*`.
  private mutating func product() throws(ParserError) {
    try factor()
    while let operation = operation([.star: .multiply, .slash: .divide, .doubleSlash: .floorDivide, .percent: .modulo])
    {
      let mark = token
      try advance()
      try factor()
      emit(.binary(operation), mark)
    }
  }

  /// `("+" | "-") factor | primary ["**" factor]`: a power binds tighter than the sign before it, looser than the one after.
  private mutating func factor() throws(ParserError) {
    let mark = token
    switch token.kind {
    case .symbol(.plus):
      try advance()
      try enter()
      try factor()
      leave()
    case .symbol(.minus):
      try advance()
      try enter()
      try factor()
      leave()
      emit(.unary(.negate), mark)
    default:
      try primary()
      guard token.kind == .symbol(.doubleStar) else { return }
      let power = token
      try advance()
      try enter()
      try factor()
      leave()
      emit(.binary(.power), power)
    }
  }

  // MARK: Tokens

  mutating func advance() throws(ParserError) { token = try lexer.next() }

  private func operation(_ operations: KeyValuePairs<Symbol, Binary>) -> Binary? {
    guard case .symbol(let symbol) = token.kind else { return nil }
    return operations.first { $0.key == symbol }?.value
  }

  mutating func emit(_ instruction: Instruction, _ token: Token) {
    program.append(instruction, at: lexer.placement.range(token.lower, token.upper))
  }

  // MARK: Depth

  /// Every recursion goes through here, so that no text exhausts the stack.
  mutating func enter() throws(ParserError) {
    guard depth < Parser.maximumDepth else { throw tooDeep }
    depth += 1
  }

  mutating func leave() { depth -= 1 }
}
