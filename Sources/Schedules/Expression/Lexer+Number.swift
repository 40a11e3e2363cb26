import Text

extension Lexer {
  /// Reads a number as Python writes it: `1`, `1.`, `.5`, `1e-3`, `1_000`.
  mutating func number() throws(ParserError) -> Token {
    let start = index
    var isInteger = true
    skipDigits()
    if peek == UInt8(ascii: ".") {
      isInteger = false
      index += 1
      skipDigits()
    }
    if let length = exponentMark {
      isInteger = false
      index += length
      skipDigits()
    }
    try checkEnd(of: start)
    let digits = bytes[start..<index].filter { $0 != UInt8(ascii: "_") }
    // Only whole numbers: `01.5` is Python, and `00` too.
    if isInteger, digits.first == UInt8(ascii: "0"), let first = digits.firstIndex(where: { $0 != UInt8(ascii: "0") }) {
      throw placement.error(
        "“\(text(start, index))” starts with a zero", start, index, hint: "write “\(Bytes(digits[first...]).text)”")
    }
    guard let value = Double(digits.text) else { throw malformed(start, hint: nil) }
    return Token(.number(value), start, index)
  }

  /// Digits with single underscores between them.
  private mutating func skipDigits() {
    while let byte = peek {
      if byte.isDigit {
        index += 1
      } else if byte == UInt8(ascii: "_"), self.byte(after: 1)?.isDigit == true, index > 0, bytes[index - 1].isDigit {
        index += 2
      } else {
        return
      }
    }
  }

  /// The length of `e`, `e+` or `e-` when digits come after it; otherwise the letter begins a word: `1else`.
  private var exponentMark: Int? {
    guard let mark = peek, mark | 0x20 == UInt8(ascii: "e"), let next = byte(after: 1) else { return nil }
    if next.isDigit { return 1 }
    guard next == UInt8(ascii: "+") || next == UInt8(ascii: "-"), byte(after: 2)?.isDigit == true else { return nil }
    return 2
  }

  /// Refuses a word that touches the number, unless it is one of the keywords that Python lets touch it: `1if x else 2`.
  private mutating func checkEnd(of start: Int) throws(ParserError) {
    let end = index
    skipWord()
    let word = text(end, index)
    if word.isEmpty || ["and", "or", "if", "else", "not", "in", "is"].contains(word) {
      index = end
      return
    }
    let hint: String? =
      switch (text(start, end), word) {
      case ("0", let word) where "xXbBoO".holds(String(word.prefix(1))): "numbers are decimal"
      case (_, "j"), (_, "J"): "there are no complex numbers"
      case (_, "e"), (_, "E"): "digits come after the “\(word)”"
      case (_, let word) where word.hasPrefix("_"): "an underscore must be between two digits"
      case (let number, let word): "write “\(number) * \(word)” to multiply"
      }
    throw malformed(start, hint: hint)
  }

  private func malformed(_ start: Int, hint: String?) -> ParserError {
    placement.error("“\(text(start, index))” is not a number", start, index, hint: hint)
  }
}
