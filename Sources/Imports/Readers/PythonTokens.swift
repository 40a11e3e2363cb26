import Diagnostics
import JSON
import Text

/// The tokens of Python, as far as literals need them.
struct PythonToken {
  enum Kind: Equatable {
    case name(String)
    case number(Number)
    case text(String)
    /// An operator or a bracket.
    case mark(String)
    /// The end of a line that is not in brackets, with the next line's indentation.
    case newline
    case end
  }

  let kind: Kind
  let range: SourceRange
  /// Whether nothing but the margin stands before it on its line.
  var isAtMargin = false
}

struct PythonLexer {
  private var cursor: Cursor
  private var depth = 0
  private var tokens: [PythonToken] = []

  static func tokens(of bytes: Bytes) throws(Diagnostic) -> [PythonToken] {
    var lexer = PythonLexer(cursor: Cursor(bytes))
    try lexer.run()
    return lexer.tokens
  }

  private init(cursor: Cursor) { self.cursor = cursor }

  private mutating func run() throws(Diagnostic) {
    var lineStart = cursor.index
    while let byte = cursor.peek {
      let start = cursor.index
      switch byte {
      case 0x20, 0x09, 0x0D: cursor.index += 1
      case UInt8(ascii: "\\"):
        cursor.index += 1
        if cursor.peek == 0x0D { cursor.index += 1 }
        if cursor.peek == 0x0A { cursor.index += 1 }
      case UInt8(ascii: "#"): cursor.skipLine()
      case 0x0A:
        cursor.index += 1
        if depth == 0, tokens.last?.kind != .newline { add(.newline, start) }
        lineStart = cursor.index
      default:
        let isAtMargin = start == lineStart && depth == 0
        try token()
        if isAtMargin, !tokens.isEmpty { tokens[tokens.count - 1].isAtMargin = true }
        if cursor.index == start { cursor.index += 1 }
      }
    }
    add(.newline, cursor.end)
    add(.end, cursor.end)
  }

  private mutating func add(_ kind: PythonToken.Kind, _ start: Int) {
    tokens.append(PythonToken(kind: kind, range: SourceRange(start, cursor.index)))
  }

  private mutating func token() throws(Diagnostic) {
    let start = cursor.index
    guard let byte = cursor.peek else { return }
    if byte.isLetter || byte == UInt8(ascii: "_") || byte >= 0x80 {
      while let next = cursor.peek, next.isLetter || next.isDigit || next == UInt8(ascii: "_") || next >= 0x80 {
        cursor.index += 1
      }
      let name = cursor.text(start, cursor.index)
      guard let quote = cursor.peek, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), name.utf8.count <= 2
      else { return add(.name(name), start) }
      // r'…', b'…', u'…' are texts; what an f'…' is only Python can say.
      let text = try string(isRaw: name.utf8.contains { $0 | 0x20 == UInt8(ascii: "r") })
      let isFormat = name.utf8.contains { $0 | 0x20 == UInt8(ascii: "f") }
      return add(isFormat ? .mark("f-string") : .text(text), start)
    }
    if byte.isDigit || byte == UInt8(ascii: ".") && cursor.peek(1).map(\.isDigit) == true {
      return try number()
    }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      let text = try string(isRaw: false)
      return add(.text(text), start)
    }
    mark()
  }

  private mutating func string(isRaw: Bool) throws(Diagnostic) -> String {
    let start = cursor.index
    let isTriple = cursor.isAt("\"\"\"") || cursor.isAt("'''")
    guard isTriple, let quote = cursor.peek else { return try cursor.quoted(isRaw: isRaw) }
    cursor.index += 3
    let first = cursor.index
    while cursor.index < cursor.end {
      if cursor.peek == quote, cursor.peek(1) == quote, cursor.peek(2) == quote {
        let text = Bytes(cursor.bytes[first..<cursor.index]).text
        cursor.index += 3
        return text
      }
      cursor.index += cursor.peek == UInt8(ascii: "\\") ? 2 : 1
    }
    cursor.index = min(start + 3, cursor.end)
    throw cursor.error("the quote is not closed", from: start)
  }

  private mutating func number() throws(Diagnostic) {
    let start = cursor.index
    while let byte = cursor.peek {
      let isBehindE = cursor.index > start && cursor.bytes[cursor.index - 1] | 0x20 == UInt8(ascii: "e")
      let isSign = isBehindE && (byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"))
      guard byte.isDigit || byte.isLetter || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || isSign else {
        break
      }
      cursor.index += 1
    }
    let text = cursor.text(start, cursor.index)
    // Python has no octal without 0o, and a number in front of a name is none.
    guard let number = YAMLScalar.number(text) else { throw cursor.error("invalid number “\(text)”", from: start) }
    add(.number(number), start)
  }

  private mutating func mark() {
    let start = cursor.index
    for mark: StaticString in ["**", "//", "+=", "-=", "*=", "/=", "==", "!=", "<=", ">=", "->", ":="]
    where cursor.isAt(mark) {
      cursor.index += 2
      return add(.mark(mark.description), start)
    }
    cursor.index += 1
    let byte = cursor.bytes[start]
    if "([{".utf8.contains(byte) { depth += 1 }
    if ")]}".utf8.contains(byte) { depth = max(0, depth - 1) }
    add(.mark(cursor.text(start, cursor.index)), start)
  }
}
