package import Diagnostics
import JSON
package import Text

/// Reads the assignments of literals in a Python file, and runs none of it.
///
/// Numbers and their arithmetic, strings, lists, tuples, `{}`, `dict(…)` and names that were assigned above; anything
/// else is opaque, and an error only where it is needed.
package struct PythonLiterals {
  private let tokens: [PythonToken]
  private var index = 0
  private var entries: [Entry] = []
  /// How many values a name stands for, so that names of lists of names stay small.
  private var sizes: [Int] = []
  private var copied = 0
  private static let mostCopied = 100_000

  package static func read(_ bytes: Bytes) throws(Diagnostic) -> Datum {
    var reader = PythonLiterals(tokens: try PythonLexer.tokens(of: bytes))
    try reader.file()
    return Datum(.table(reader.entries), at: SourceRange(0, bytes.count))
  }

  private init(tokens: [PythonToken]) { self.tokens = tokens }

  private var token: PythonToken { tokens[min(index, tokens.count - 1)] }
  private var next: PythonToken { tokens[min(index + 1, tokens.count - 1)] }

  private mutating func take(_ mark: String) -> Bool {
    guard token.kind == .mark(mark) else { return false }
    index += 1
    return true
  }

  // MARK: Statements

  private mutating func file() throws(Diagnostic) {
    while token.kind != .end {
      if token.isAtMargin, case .name(let name) = token.kind {
        try statement(beginningWith: name)
      }
      skipLine()
    }
  }

  private mutating func statement(beginningWith name: String) throws(Diagnostic) {
    let place = token.range
    switch next.kind {
    case .mark("="):
      index += 2
      let value = try expression(depth: 0)
      // `a = b = 1` and `a = 1, 2` are rare, and not for configurations.
      let isWhole = token.kind == .newline || token.kind == .mark(";")
      set(name, at: place, isWhole ? value : Datum(.opaque("what only Python can read"), at: value.range))
    case .mark(let mark) where mark.utf8.count == 2 && mark.utf8.last == UInt8(ascii: "="):
      set(name, at: place, Datum(.opaque("a value that “\(mark)” changes"), at: place))
    case .mark("."), .mark("["):
      // `a.update(…)` and `a['b'] = …` change what was assigned.
      if entries.contains(where: { $0.key == name }) {
        set(name, at: place, Datum(.opaque("a value that is changed here"), at: place))
      }
    default:
      if name == "with" { set("_base_", at: place, Datum(.opaque("an import of other configurations"), at: place)) }
    }
  }

  private mutating func set(_ name: String, at range: SourceRange, _ value: Datum) {
    let entry = Entry(name, at: range, value)
    let size = value.size
    if let place = entries.firstIndex(where: { $0.key == name }) {
      (entries[place], sizes[place]) = (entry, size)
    } else if entries.count < Datum.mostKeys {
      entries.append(entry)
      sizes.append(size)
    }
  }

  private mutating func skipLine() {
    while token.kind != .newline, token.kind != .end { index += 1 }
    if token.kind == .newline { index += 1 }
  }

  // MARK: Expressions

  private mutating func expression(depth: Int) throws(Diagnostic) -> Datum {
    guard depth < Datum.maximumDepth else {
      throw Diagnostic(.import, "nested deeper than \(Datum.maximumDepth)", at: token.range)
    }
    var value = try term(depth: depth)
    while case .mark(let mark) = token.kind, mark == "+" || mark == "-" {
      index += 1
      value = PythonLiterals.combine(value, mark, try term(depth: depth))
    }
    switch token.kind {
    case .name, .mark("<"), .mark(">"), .mark("=="), .mark("!="), .mark("<="), .mark(">="), .mark("%"), .mark("|"),
      .mark("&"), .mark("@"):
      let start = value.range.lower
      try skipToSeparator(depth: depth)
      return Datum(.opaque("an expression"), at: SourceRange(start, tokens[max(0, index - 1)].range.upper))
    default: return value
    }
  }

  private mutating func term(depth: Int) throws(Diagnostic) -> Datum {
    var value = try factor(depth: depth)
    while case .mark(let mark) = token.kind, mark == "*" || mark == "/" || mark == "//" {
      index += 1
      value = PythonLiterals.combine(value, mark, try factor(depth: depth))
    }
    return value
  }

  private mutating func factor(depth: Int) throws(Diagnostic) -> Datum {
    let start = token.range.lower
    var isNegative = false
    while token.kind == .mark("-") || token.kind == .mark("+") {
      if token.kind == .mark("-") { isNegative.toggle() }
      index += 1
    }
    var value = try primary(depth: depth)
    if take("**") {
      guard depth + 1 < Datum.maximumDepth else {
        throw Diagnostic(.import, "nested deeper than \(Datum.maximumDepth)", at: token.range)
      }
      value = PythonLiterals.combine(value, "**", try factor(depth: depth + 1))
    }
    guard isNegative else { return value }
    guard case .number(let number) = value.content else {
      return Datum(.opaque("an expression"), at: SourceRange(start, value.range.upper))
    }
    return Datum(
      .number(Number(-number.value, isInteger: number.isInteger)), at: SourceRange(start, value.range.upper))
  }

  private mutating func primary(depth: Int) throws(Diagnostic) -> Datum {
    let first = token
    index += 1
    var value: Datum
    switch first.kind {
    case .number(let number): value = Datum(.number(number), at: first.range)
    case .text(let text): value = Datum(.text(adjacent(to: text)), at: SourceRange(first.range.lower, previousEnd))
    case .name("True"): value = Datum(.bool(true), at: first.range)
    case .name("False"): value = Datum(.bool(false), at: first.range)
    case .name("None"): value = Datum(.null, at: first.range)
    case .name("dict") where token.kind == .mark("("): value = try call(from: first, depth: depth)
    case .name(let name): value = named(name, at: first.range)
    case .mark("["): value = try list(from: first, closing: "]", depth: depth)
    case .mark("("): value = try list(from: first, closing: ")", depth: depth)
    case .mark("{"): value = try braces(from: first, depth: depth)
    case .mark("f-string"): value = Datum(.opaque("an f-string"), at: first.range)
    case .newline, .end:
      index -= 1
      return Datum(.opaque("nothing"), at: first.range)
    case .mark(let mark): value = Datum(.opaque("“\(mark)”"), at: first.range)
    }
    // Calls, attributes and subscripts are code.
    while token.kind == .mark("(") || token.kind == .mark(".") || token.kind == .mark("[") {
      let name = if case .name(let name) = first.kind { name } else { "something" }
      let isCall = token.kind == .mark("(")
      if token.kind == .mark(".") { index += 2 } else { try skipBrackets() }
      value = Datum(
        .opaque(isCall ? "a call of \(name)" : "a part of \(name)"), at: SourceRange(first.range.lower, previousEnd))
    }
    return value
  }

  private var previousEnd: Int { tokens[max(0, min(index, tokens.count) - 1)].range.upper }

  private mutating func adjacent(to text: String) -> String {
    var text = text
    while case .text(let more) = token.kind, text.utf8.count < 4096 {
      text += more
      index += 1
    }
    return text
  }

  private mutating func named(_ name: String, at range: SourceRange) -> Datum {
    guard let place = entries.firstIndex(where: { $0.key == name }) else {
      return Datum(.opaque("the name “\(name)”, which has no value in this file"), at: range)
    }
    copied += sizes[place]
    guard copied <= PythonLiterals.mostCopied else { return Datum(.opaque("too much by name"), at: range) }
    return Datum(entries[place].value.content, at: range)
  }

  // MARK: Brackets

  /// A list or a tuple; parentheses around one value are only parentheses.
  private mutating func list(from first: PythonToken, closing: String, depth: Int) throws(Diagnostic) -> Datum {
    var elements: [Datum] = []
    var hasComma = false
    try readPieces(of: first, closing: closing) { (reader) throws(Diagnostic) in
      elements.append(try reader.expression(depth: depth + 1))
      if reader.take(",") {
        hasComma = true
      } else if reader.token.kind != .mark(closing) {
        // A comprehension, say.
        try reader.skipToSeparator(depth: depth)
        elements[elements.count - 1] = Datum(.opaque("an expression"), at: first.range)
        _ = reader.take(",")
      }
    }
    let range = SourceRange(first.range.lower, previousEnd)
    if closing == ")", !hasComma, elements.count == 1 { return Datum(elements[0].content, at: range) }
    return Datum(.list(elements), at: range)
  }

  private mutating func call(from first: PythonToken, depth: Int) throws(Diagnostic) -> Datum {
    index += 1
    var entries: [Entry] = []
    try readPieces(of: first, closing: ")") { (reader) throws(Diagnostic) in
      entries.append(try reader.argument(depth: depth))
    }
    return Datum(.table(entries), at: SourceRange(first.range.lower, previousEnd))
  }

  /// An argument of `dict(…)`, with the comma after it.
  private mutating func argument(depth: Int) throws(Diagnostic) -> Entry {
    let place = token.range
    guard case .name(let name) = token.kind, next.kind == .mark("=") else {
      // `dict(**base)`, `dict(pairs)`: what is in them is not known, as after a merge key.
      let before = index
      try skipToSeparator(depth: depth)
      if index == before { index += 1 }
      _ = take(",")
      return Entry("<<", at: place, Datum(.opaque("other values"), at: place))
    }
    index += 2
    let value = if let named = className(of: name) { named } else { try expression(depth: depth + 1) }
    if !take(","), token.kind != .mark(")") { try skipToSeparator(depth: depth) }
    return Entry(name, at: place, value)
  }

  /// The class that newer configurations name by itself, `type=LinearLR`, as if in quotes.
  private mutating func className(of key: String) -> Datum? {
    guard key == "type", case .name(let name) = token.kind, next.kind == .mark(",") || next.kind == .mark(")"),
      name != "None", !entries.contains(where: { $0.key == name })
    else { return nil }
    index += 1
    return Datum(.text(name), at: tokens[index - 1].range)
  }

  private mutating func braces(from first: PythonToken, depth: Int) throws(Diagnostic) -> Datum {
    var entries: [Entry] = []
    var isSet = false
    try readPieces(of: first, closing: "}") { (reader) throws(Diagnostic) in
      let key = try reader.expression(depth: depth + 1)
      if reader.take(":"), case .text(let name) = key.content {
        entries.append(Entry(name, at: key.range, try reader.expression(depth: depth + 1)))
      } else {
        isSet = true
        try reader.skipToSeparator(depth: depth)
      }
      if !reader.take(","), reader.token.kind != .mark("}") { try reader.skipToSeparator(depth: depth) }
    }
    let range = SourceRange(first.range.lower, previousEnd)
    return isSet ? Datum(.opaque("a placeholder or a set"), at: range) : Datum(.table(entries), at: range)
  }

  /// Reads piece by piece up to a closing bracket; where nothing can be read, a token is skipped.
  private mutating func readPieces(
    of first: PythonToken, closing: String, _ readPiece: (inout Self) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    while !take(closing) {
      if token.kind == .end { throw unclosed(first) }
      let before = index
      try readPiece(&self)
      if index == before { index += 1 }
    }
  }

  /// Passes over what cannot be read, to the next comma or closing bracket of this level, or the end of the line.
  private mutating func skipToSeparator(depth: Int) throws(Diagnostic) {
    while true {
      switch token.kind {
      case .newline, .end, .mark(","), .mark(")"), .mark("]"), .mark("}"): return
      case .mark("("), .mark("["), .mark("{"): try skipBrackets()
      default: index += 1
      }
    }
  }

  private mutating func skipBrackets() throws(Diagnostic) {
    let first = token
    var depth = 0
    while true {
      switch token.kind {
      case .mark("("), .mark("["), .mark("{"): depth += 1
      case .mark(")"), .mark("]"), .mark("}"): depth -= 1
      case .end: throw unclosed(first)
      default: break
      }
      index += 1
      if depth == 0 { return }
    }
  }

  private func unclosed(_ token: PythonToken) -> Diagnostic {
    Diagnostic(.import, "the bracket is not closed", at: token.range)
  }
}

extension Datum {
  /// How many values it holds, itself included.
  fileprivate var size: Int {
    switch content {
    case .list(let elements): elements.reduce(1) { min($0 + $1.size, 1 << 40) }
    case .table(let entries): entries.reduce(1) { min($0 + $1.value.size, 1 << 40) }
    default: 1
    }
  }
}
