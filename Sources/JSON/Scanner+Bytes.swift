import Diagnostics
import Text

extension Scanner {
  var peek: UInt8? { index < end ? bytes[index] : nil }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(character) else { return false }
    index += 1
    return true
  }

  mutating func skipSpace() {
    while index < end {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  /// Checks the whole part at once, so that everything after it may trust the encoding.
  func checkEncoding(_ range: Range<Int>) throws(Diagnostic) {
    let start = Array(bytes[range].prefix(4))
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) || start.count > 1 && start.contains(0) {
      throw Diagnostic(
        .json, "the text is UTF-16, and JSON is UTF-8", at: SourceRange(range.lowerBound, range.lowerBound + 1),
        hint: "save it as UTF-8; in PowerShell: … | Set-Content -Encoding utf8 FILE")
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
        throw Diagnostic(
          .json,
          "the text is not UTF-8: the byte \(String(bytes[offset], radix: 16, uppercase: true)) begins no character here",
          at: SourceRange(offset, offset + 1), hint: "save it as UTF-8")
      }
    }
  }

  /// What stands here, for a message.
  var shown: String {
    guard index < end else { return "the end of the text" }
    if bytes[index] == 0x0A { return "the end of the line" }
    return "“\(Bytes(bytes[index..<scalarEnd]).text)”"
  }

  /// The end of the scalar that starts here.
  private var scalarEnd: Int {
    guard index < end else { return index }
    return min(end, index + max(1, (~bytes[index]).leadingZeroBitCount))
  }

  /// What to do instead of a comment, where one begins.
  var hintForComment: String? {
    peek == UInt8(ascii: "/") || peek == UInt8(ascii: "#") ? "JSON has no comments; use a “$comment” key" : nil
  }

  var hintForValue: String? {
    switch peek {
    case UInt8(ascii: "'"): "strings are in double quotes"
    case UInt8(ascii: "/"), UInt8(ascii: "#"): hintForComment
    case UInt8(ascii: "+"), UInt8(ascii: "."): hintForNumber
    case UInt8(ascii: "T"), UInt8(ascii: "F"): "write true or false"
    case UInt8(ascii: "N"): "write null; JSON has no NaN or None"
    case UInt8(ascii: "("): "lists are written in square brackets"
    case nil: hintForEnd
    case .some(let byte) where byte.isLetter && bytes[..<index].allSatisfy({ $0 <= 0x20 || $0 >= 0x80 }): hintForText
    case .some(let byte) where byte.isLetter && isTable: "this looks like TOML; a schedule file is JSON"
    case .some(let byte) where byte.isLetter: hintForWord
    case UInt8(ascii: "<"): "this looks like XML or HTML; an object begins with “{”"
    default: nil
    }
  }

  /// Whether the text begins with the heading of a table, `[scheduler]`.
  private var isTable: Bool {
    guard bytes[..<index].filter({ $0 > 0x20 && $0 < 0x80 }) == [UInt8(ascii: "[")] else { return false }
    return bytes[index..<end].drop { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }.first == UInt8(ascii: "]")
  }

  /// The number that begins with a sign or a point, as JSON has it.
  private var hintForNumber: String {
    let rest = bytes[(index + (peek == UInt8(ascii: "+") ? 1 : 0))..<end]
    let text = Bytes(rest.prefix { $0.isDigit || $0.isLetter || ".+-".utf8.contains($0) }).text
    guard let number = Decimal.readTyped(text), number.isFinite else {
      return "a number begins with a digit or “-”: 0.5"
    }
    return "write \(Int(exactly: number)?.description ?? number.description)"
  }

  /// What to write for a word that JSON does not know.
  private var hintForWord: String {
    switch Bytes(bytes[index..<end].prefix { $0.isLetter }).text {
    case "Infinity", "inf", "infinity": "JSON has no infinity"
    case "undefined", "nil", "nan": "write null"
    case "yes", "on": "write true"
    case "no", "off": "write false"
    default: "strings are in double quotes"
    }
  }

  /// What to say about a file that is not JSON.
  private var hintForText: String {
    let line = Bytes(bytes[index..<end].prefix { $0 != 0x0A }.prefix(200)).text
    if ["import ", "from ", "def ", "class "].contains(where: line.begins) {
      return "this looks like Python; lrplot reads JSON, or options: lrplot linear --then cosine --tmax 85"
    }
    if line.holds(",") { return "this looks like a table; a log is read by check --log, compare, and identify" }
    if line.holds(":") {
      return "this looks like YAML; a schedule file is JSON: {\"scheduler\": {\"type\": \"cosine\", \"T_max\": 50}}"
    }
    return "an object begins with “{”, and strings are in double quotes"
  }

  /// What to say about a Python dictionary.
  var hintForPython: String? {
    peek == UInt8(ascii: "'") ? "JSON has double quotes; in Python json.dumps(…) writes it" : nil
  }

  /// What to do about a key that is not in double quotes.
  var hintForKey: String {
    // 1,5 for 1.5: a comma between two digits.
    if index >= 2, peek.map(\.isDigit) == true, bytes[index - 1] == UInt8(ascii: ","), bytes[index - 2].isDigit {
      return "decimals are separated by a point, and digits by nothing"
    }
    let quotes = ["“", "”", "„", "«"].map { Bytes($0.utf8) }
    return quotes.contains { bytes[index..<end].starts(with: $0) }
      ? "keys are in straight double quotes: \"epochs\"" : "keys are in double quotes"
  }

  /// What is missing between two values.
  var hintForComma: String? {
    switch peek {
    case nil: hintForEnd
    case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "-"), .some(0x30...0x39):
      "a comma is missing before it"
    case UInt8(ascii: ":"): "a key and its value belong in an object: { … }"
    case UInt8(ascii: "="): "a key and its value are separated by “:”"
    case UInt8(ascii: ";"): "values are separated by commas"
    case UInt8(ascii: "_"): "numbers are written without “_”"
    case UInt8(ascii: "]"): "“}” is missing before it"
    case UInt8(ascii: "}"): "“]” is missing before it"
    default: nil
    }
  }

  /// What to do about something after the end.
  var hintForRest: String? {
    switch peek {
    case UInt8(ascii: "}"), UInt8(ascii: "]"): "one bracket too many"
    case UInt8(ascii: "{"): "a file holds one object; “curves” holds several schedules"
    default: nil
    }
  }

  /// What closes what is open, where the text ends too soon.
  var hintForEnd: String? {
    var open: [UInt8] = []
    var (isInside, isEscaped) = (false, false)
    for byte in bytes[..<end] {
      if isInside {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInside = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInside = true
      case UInt8(ascii: "{"): open.append(UInt8(ascii: "}"))
      case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = open.popLast()
      default: break
      }
    }
    guard !open.isEmpty else { return nil }
    let missing = Bytes(open.reversed().prefix(8)).text
    return "“\(missing)” \(open.count == 1 ? "is" : "are") missing at the end"
  }

  func error(_ message: String, hint: String? = nil) -> Diagnostic {
    Diagnostic(.json, message, at: SourceRange(index, scalarEnd), hint: hint)
  }
}
