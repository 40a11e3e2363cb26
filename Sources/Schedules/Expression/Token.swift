/// A piece of an expression's text: byte offsets, the end not included.
///
/// It holds no string, so that it is nothing to copy: the parser's recursion must fit into the small stack of a thread.
struct Token: Sendable {
  enum Kind: Sendable, Equatable {
    case number(Double)
    case name
    case keyword(Keyword)
    case symbol(Symbol)
    case end
  }

  let kind: Kind
  let lower: Int
  let upper: Int

  init(_ kind: Kind, _ lower: Int, _ upper: Int) {
    self.kind = kind
    self.lower = lower
    self.upper = upper
  }
}

/// The language's keywords, which cannot be names.
enum Keyword: String, Sendable {
  case and, or, not, `if`, `else`, lambda

  /// Python's other words: they mean something there, so they are no misspelt names, but nothing that yields a number.
  static let foreign = [
    "None", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "except", "finally",
    "for", "from", "global", "import", "in", "is", "nonlocal", "pass", "raise", "return", "try", "while", "with",
    "yield",
  ]
}

/// The signs of the language.
enum Symbol: String, Sendable, CaseIterable {
  case plus = "+"
  case minus = "-"
  case star = "*"
  case doubleStar = "**"
  case slash = "/"
  case doubleSlash = "//"
  case percent = "%"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case open = "("
  case close = ")"
  case comma = ","
  case dot = "."
  case colon = ":"
}
