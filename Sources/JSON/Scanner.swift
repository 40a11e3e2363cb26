package import Diagnostics
import Text

/// Reads RFC 8259 JSON, strictly, byte by byte.
///
/// Throws `error[json]` at the first byte that no JSON text could have there: also for invalid UTF-8, an escape that is
/// half a surrogate pair, and nesting deeper than 512. Duplicate keys are grammatical; `Value.duplicateKeys` finds them.
package struct Scanner {
  package static let maximumDepth = 512

  private let bytes: Bytes
  private let end: Int
  private var index: Int
  private var depth = 0

  private init(_ bytes: Bytes, _ range: Range<Int>) {
    self.bytes = bytes
    self.index = range.lowerBound
    self.end = range.upperBound
  }

  /// The value that a source is, or that a part of it is: a JSON argument on a command line, say.
  package static func read(_ source: Source, in part: SourceRange? = nil) throws(Diagnostic) -> Value {
    let count = source.bytes.count
    let range = part.map { min($0.lower, count)..<min($0.upper, count) } ?? 0..<count
    var scanner = Scanner(source.bytes, range)
    try scanner.checkEncoding(range)
    scanner.skipSpace()
    if scanner.index == scanner.end { throw scanner.error("there is no JSON value here") }
    let value = try scanner.value()
    scanner.skipSpace()
    guard scanner.index == scanner.end else {
      throw scanner.error("\(scanner.shown) after the end of the JSON value")
    }
    return value
  }

  // MARK: Values

  private mutating func value() throws(Diagnostic) -> Value {
    let start = index
    let content: Value.Content
    switch peek {
    case UInt8(ascii: "{"): content = try object()
    case UInt8(ascii: "["): content = try array()
    case UInt8(ascii: "\""): content = .string(try string())
    case UInt8(ascii: "t"): content = try word("true", .bool(true))
    case UInt8(ascii: "f"): content = try word("false", .bool(false))
    case UInt8(ascii: "n"): content = try word("null", .null)
    case .some(UInt8(ascii: "-")), .some(0x30...0x39): content = try number()
    default: throw error("expected a JSON value, found \(shown)", hint: hintForValue)
    }
    return Value(content, at: SourceRange(start, index))
  }

  private mutating func object() throws(Diagnostic) -> Value.Content {
    var members: [Member] = []
    try open()
    if take("}") { return close(.object(members)) }
    while true {
      guard peek == UInt8(ascii: "\"") else {
        let trailing = peek == UInt8(ascii: "}") ? "JSON allows no comma before “}”" : "keys are in double quotes"
        throw error("expected a key, found \(shown)", hint: trailing)
      }
      let start = index
      let key = try string()
      let range = SourceRange(start, index)
      skipSpace()
      guard take(":") else { throw error("expected “:” after the key “\(key)”, found \(shown)") }
      skipSpace()
      members.append(Member(key: key, at: range, value: try value()))
      skipSpace()
      if take("}") { return close(.object(members)) }
      guard take(",") else { throw error("expected “,” or “}”, found \(shown)") }
      skipSpace()
    }
  }

  private mutating func array() throws(Diagnostic) -> Value.Content {
    var elements: [Value] = []
    try open()
    if take("]") { return close(.array(elements)) }
    while true {
      if peek == UInt8(ascii: "]") {
        throw error("expected a JSON value, found \(shown)", hint: "JSON allows no comma before “]”")
      }
      elements.append(try value())
      skipSpace()
      if take("]") { return close(.array(elements)) }
      guard take(",") else { throw error("expected “,” or “]”, found \(shown)") }
      skipSpace()
    }
  }

  private mutating func open() throws(Diagnostic) {
    depth += 1
    // The cap keeps recursion, here and in everything that walks a value, far from the end of the stack.
    guard depth <= Scanner.maximumDepth else { throw error("nested deeper than \(Scanner.maximumDepth)") }
    index += 1
    skipSpace()
  }

  private mutating func close(_ content: Value.Content) -> Value.Content {
    depth -= 1
    return content
  }

  private mutating func word(_ word: String, _ content: Value.Content) throws(Diagnostic) -> Value.Content {
    let start = index
    while index < end, bytes[index].isLetter || bytes[index].isDigit { index += 1 }
    guard bytes[start..<index].elementsEqual(word.utf8) else {
      throw Diagnostic(
        .json, "expected a JSON value, found “\(Bytes(bytes[start..<index]).text)”", at: SourceRange(start, index),
        hint: "did you mean \(word)?")
    }
    return content
  }

  private mutating func number() throws(Diagnostic) -> Value.Content {
    let start = index
    while index < end, Scanner.isNumberByte(bytes[index]) { index += 1 }
    guard let (value, isInteger) = Decimal.read(bytes[start..<index]) else {
      throw Diagnostic(
        .json, "“\(Bytes(bytes[start..<index]).text)” is not a JSON number", at: SourceRange(start, index),
        hint: "a digit stands before and after “.”, and no 0 in front")
    }
    return .number(Number(value, isInteger: isInteger))
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    byte.isDigit || byte.isLetter || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
  }

  // MARK: Strings

  private mutating func string() throws(Diagnostic) -> String {
    let start = index
    index += 1
    var text = Bytes()
    var runStart = index
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        text.append(contentsOf: bytes[runStart..<index])
        index += 1
        return text.text
      case UInt8(ascii: "\\"):
        text.append(contentsOf: bytes[runStart..<index])
        try escape(into: &text)
        runStart = index
      case 0..<0x20:
        throw Diagnostic(
          .json, "a control character inside a string", at: SourceRange(index, index + 1),
          hint: bytes[index] == 0x0A ? "close the string on its line, or write \\n" : "write it as \\u00XX")
      default:
        index += 1
      }
    }
    throw Diagnostic(.json, "the string is not closed", at: SourceRange(start, start + 1))
  }

  private mutating func escape(into text: inout Bytes) throws(Diagnostic) {
    let start = index
    index += 1
    guard index < end else { throw error("the string ends inside an escape") }
    let letter = bytes[index]
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      text.append(contentsOf: UTF8.encode(try scalar(from: start)).map { Array($0) } ?? [])
    default:
      throw Diagnostic(
        .json, "JSON has no such escape", at: SourceRange(start, index), hint: "a backslash is written \\\\")
    }
  }

  private mutating func scalar(from start: Int) throws(Diagnostic) -> Unicode.Scalar {
    var code = try hexadecimal(from: start)
    if code >= 0xD800, code < 0xDC00, index + 1 < end, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    {
      index += 2
      let low = try hexadecimal(from: start)
      if low >= 0xDC00, low < 0xE000 { code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00) }
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw Diagnostic(.json, "half of a surrogate pair", at: SourceRange(start, index))
    }
    return scalar
  }

  private mutating func hexadecimal(from start: Int) throws(Diagnostic) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard index < end, let digit = Scanner.hexadecimalDigit(bytes[index]) else {
        throw Diagnostic(.json, "\\u needs four hexadecimal digits", at: SourceRange(start, index))
      }
      code = code << 4 | digit
      index += 1
    }
    return code
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46: UInt32(byte) - 0x41 + 10
    case 0x61...0x66: UInt32(byte) - 0x61 + 10
    default: nil
    }
  }

  // MARK: Bytes

  private var peek: UInt8? { index < end ? bytes[index] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(character) else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while index < end {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  /// Checks the whole part at once, so that everything after it may trust the encoding.
  private func checkEncoding(_ range: Range<Int>) throws(Diagnostic) {
    if bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) {
      throw Diagnostic(
        .json, "the text starts with a byte order mark", at: SourceRange(range.lowerBound, range.lowerBound + 3),
        hint: "save it as UTF-8 without one")
    }
    if bytes[range].allSatisfy({ $0 < 0x80 }) { return }
    var decoder = UTF8()
    var offset = range.lowerBound
    var iterator = bytes[range].makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return
      case .error:
        throw Diagnostic(.json, "the text is not UTF-8", at: SourceRange(offset, offset + 1))
      }
    }
  }

  /// What stands here, for a message.
  private var shown: String {
    guard index < end else { return "the end of the text" }
    if bytes[index] == 0x0A { return "the end of the line" }
    let length = max(1, bytes[index] < 0x80 ? 1 : min(4, (~bytes[index]).leadingZeroBitCount))
    return "“\(Bytes(bytes[index..<min(end, index + length)]).text)”"
  }

  private var hintForValue: String? {
    switch peek {
    case UInt8(ascii: "'"): "strings are in double quotes"
    case UInt8(ascii: "/"), UInt8(ascii: "#"): "JSON has no comments; use a “$comment” key"
    case UInt8(ascii: "+"), UInt8(ascii: "."): "a number starts with a digit or “-”"
    case UInt8(ascii: "T"), UInt8(ascii: "F"): "write true or false"
    case UInt8(ascii: "N"): "write null; JSON has no NaN or None"
    default: nil
    }
  }

  private func error(_ message: String, hint: String? = nil) -> Diagnostic {
    Diagnostic(.json, message, at: SourceRange(index, min(index + 1, end)), hint: hint)
  }
}
