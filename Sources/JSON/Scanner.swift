package import Diagnostics
import Text

/// Reads RFC 8259 JSON, strictly, byte by byte.
///
/// Throws `error[json]` at the first byte that no JSON text could have there: also for invalid UTF-8, an escape that is
/// half a surrogate pair, and nesting deeper than 512. Duplicate keys are grammatical; `Value.duplicateKeys` finds them.
package struct Scanner {
  package static let maximumDepth = 512

  let bytes: Bytes
  let end: Int
  var index: Int

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
    // RFC 8259 §8.1 lets a reader skip a byte order mark.
    if scanner.bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) { scanner.index += 3 }
    scanner.skipSpace()
    if scanner.index == scanner.end {
      throw scanner.error(
        "the \(part == nil ? "file" : "value") is empty",
        hint: "for example, {\"scheduler\": {\"type\": \"cosine\", \"T_max\": 50}}")
    }
    let value = try scanner.value()
    scanner.skipSpace()
    guard scanner.index == scanner.end else {
      throw scanner.error(
        "\(scanner.shown) after the end of the JSON value", hint: scanner.hintForComment ?? scanner.hintForRest)
    }
    return value
  }

  // MARK: Values

  /// Reads one value.
  ///
  /// What is open waits in an array and not on the stack of calls, which on some threads is too small for 512 levels.
  private mutating func value() throws(Diagnostic) -> Value {
    var open: [OpenContainer] = []
    while true {
      var value: Value
      if peek == UInt8(ascii: "{") || peek == UInt8(ascii: "[") {
        guard open.count < Scanner.maximumDepth else { throw error("nested deeper than \(Scanner.maximumDepth)") }
        var container = OpenContainer(isObject: peek == UInt8(ascii: "{"), start: index)
        index += 1
        skipSpace()
        guard take(container.end) else {
          if container.isObject { try key(of: &container) }
          open.append(container)
          continue
        }
        value = container.closed(at: index)
      } else {
        value = try leaf()
      }
      // The value may be the last of what holds it, and that the last of what holds that.
      while true {
        guard var container = open.popLast() else { return value }
        container.append(value)
        skipSpace()
        guard take(container.end) else {
          try comma(in: &container)
          open.append(container)
          break
        }
        value = container.closed(at: index)
      }
    }
  }

  /// Reads from a comma up to the next value.
  private mutating func comma(in container: inout OpenContainer) throws(Diagnostic) {
    guard take(",") else {
      throw error("expected “,” or “\(container.end)”, found \(shown)", hint: hintForComment ?? hintForComma)
    }
    skipSpace()
    if container.isObject { return try key(of: &container) }
    if peek == UInt8(ascii: "]") {
      throw error("expected a JSON value, found \(shown)", hint: "JSON allows no comma before “]”")
    }
  }

  /// Reads a key, its colon and the space after it.
  private mutating func key(of container: inout OpenContainer) throws(Diagnostic) {
    guard peek == UInt8(ascii: "\"") else {
      let trailing = peek == UInt8(ascii: "}") ? "JSON allows no comma before “}”" : hintForKey
      throw error(
        "expected a key, found \(shown)", hint: hintForComment ?? (peek == nil ? hintForEnd : hintForPython ?? trailing)
      )
    }
    let start = index
    container.key = try string()
    container.keyRange = SourceRange(start, index)
    skipSpace()
    guard take(":") else {
      throw error("expected “:” after the key “\(container.key)”, found \(shown)", hint: hintForComma)
    }
    skipSpace()
  }

  private mutating func leaf() throws(Diagnostic) -> Value {
    let start = index
    let content: Value.Content
    switch peek {
    case UInt8(ascii: "\""): content = .string(try string())
    case UInt8(ascii: "t"): content = try word("true", .bool(true))
    case UInt8(ascii: "f"): content = try word("false", .bool(false))
    case UInt8(ascii: "n"): content = try word("null", .null)
    case .some(UInt8(ascii: "-")), .some(0x30...0x39): content = try number()
    default: throw error("expected a JSON value, found \(shown)", hint: hintForValue)
    }
    return Value(content, at: SourceRange(start, index))
  }

  private mutating func word(_ word: String, _ content: Value.Content) throws(Diagnostic) -> Value.Content {
    let start = index
    let hint = hintForValue
    while index < end, bytes[index].isLetter || bytes[index].isDigit { index += 1 }
    guard bytes[start..<index].elementsEqual(word.utf8) else {
      throw Diagnostic(
        .json, "expected a JSON value, found “\(Bytes(bytes[start..<index]).text)”", at: SourceRange(start, index),
        hint: Nearest.match(for: Bytes(bytes[start..<index]).text, among: [word]).map { "did you mean \($0)?" } ?? hint)
    }
    return content
  }

  private mutating func number() throws(Diagnostic) -> Value.Content {
    let start = index
    while index < end, Scanner.isNumberByte(bytes[index]) { index += 1 }
    guard let (value, isInteger) = Decimal.read(bytes[start..<index]) else {
      let text = Bytes(bytes[start..<index]).text
      // 300k, 010, and 1.
      let meant = Decimal.readTyped(text).flatMap { number in
        Int(exactly: number)?.description ?? (number.isFinite ? number.description : nil)
      }
      throw Diagnostic(
        .json, "“\(text)” is not a JSON number", at: SourceRange(start, index),
        hint: meant.map { "write \($0)" } ?? "numbers are written as 50, 0.1, or 1e-3")
    }
    return .number(Number(value, isInteger: isInteger))
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    byte.isDigit || byte.isLetter || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
  }
}
