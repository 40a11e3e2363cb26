import Diagnostics
import Text

/// Compiles an expression while it reads it: one method for each rule of Python's grammar, lowest precedence first.
struct Parser {
  static let maximumDepth = 100

  var lexer: Lexer
  var token = Token(.end, 0, 0)
  var program = Program()
  var vocabulary = Vocabulary.common
  private var depth = 0

  init(_ text: String, _ placement: Placement) {
    lexer = Lexer(text, placement)
  }

  /// Reads the whole text.
  mutating func parse() throws(Diagnostic) -> Program {
    try advance()
    try header()
    try expression()
    guard token.kind == .end else { throw surplus() }
    guard program.tallest <= Program.maximumHeight else {
      throw lexer.placement.error(
        "the expression needs more than \(Program.maximumHeight) numbers at once", 0, lexer.bytes.count,
        hint: "nest less deeply")
    }
    return program
  }

  // MARK: Rules

  /// A conditional: `disjunction ["if" disjunction "else" expression]`.
  mutating func expression() throws(Diagnostic) {
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
      throw error("“if” without “else”", question, hint: "write “a if condition else b”")
    }
    let alternative = program.count
    emit(.skip(0), token)
    program.landSkip(at: condition)
    program.beginAlternative()
    try advance()
    try nested { parser throws(Diagnostic) in try parser.expression() }
    program.landSkip(at: alternative)
  }

  /// One of several: `conjunction ("or" conjunction)*`.
  private mutating func disjunction() throws(Diagnostic) {
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
  private mutating func conjunction() throws(Diagnostic) {
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
  private mutating func inversion() throws(Diagnostic) {
    guard token.kind == .keyword(.not) else { return try comparison() }
    let mark = token
    try advance()
    try nested { parser throws(Diagnostic) in try parser.inversion() }
    emit(.unary(.not), mark)
  }

  /// A chain of comparisons, `sum (("<" | "<=" | …) sum)*`: each operand once, and none behind a link that does not hold.
  private mutating func comparison() throws(Diagnostic) {
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
  private mutating func sum() throws(Diagnostic) {
    try product()
    while let operation = operation([.plus: .add, .minus: .subtract]) {
      let mark = token
      try advance()
      try product()
      emit(.binary(operation), mark)
    }
  }

  /// A product: `factor (("*" | "/" | "//" | "%") factor)*`.
  private mutating func product() throws(Diagnostic) {
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
  private mutating func factor() throws(Diagnostic) {
    let mark = token
    switch token.kind {
    case .symbol(.plus):
      try advance()
      try nested { parser throws(Diagnostic) in try parser.factor() }
    case .symbol(.minus):
      try advance()
      try nested { parser throws(Diagnostic) in try parser.factor() }
      emit(.unary(.negate), mark)
    default:
      try primary()
      guard token.kind == .symbol(.doubleStar) else { return }
      let power = token
      try advance()
      try nested { parser throws(Diagnostic) in try parser.factor() }
      emit(.binary(.power), power)
    }
  }

  // MARK: Tokens

  mutating func advance() throws(Diagnostic) { token = try lexer.next() }

  private func operation(_ operations: KeyValuePairs<Symbol, Binary>) -> Binary? {
    guard case .symbol(let symbol) = token.kind else { return nil }
    return operations.first { $0.key == symbol }?.value
  }

  mutating func emit(_ instruction: Instruction, _ token: Token) {
    program.append(instruction, at: lexer.placement.range(token.lower, token.upper))
  }

  // MARK: Depth

  /// Applies a rule inside of itself; every recursion goes through here, so that no text exhausts the stack.
  mutating func nested(_ rule: (inout Parser) throws(Diagnostic) -> Void) throws(Diagnostic) {
    guard depth < Parser.maximumDepth else {
      throw error("the expression is nested deeper than \(Parser.maximumDepth)", token)
    }
    depth += 1
    try rule(&self)
    depth -= 1
  }
}
