import Text

/// Cuts the text of an expression into tokens, one at a time, so that the leftmost error is the one reported.
struct Lexer: Sendable {
  let bytes: Bytes
  let placement: Placement
  var index = 0

  init(_ text: String, _ placement: Placement) {
    self.bytes = Array(text.utf8)
    self.placement = placement
  }

  mutating func next() throws(ParserError) -> Token {
    skipSpace()
    guard let byte = peek else { return Token(.end, index, index) }
    if byte.isDigit { return try number() }
    if byte == UInt8(ascii: "."), self.byte(after: 1)?.isDigit == true { return try number() }
    if Lexer.startsName(byte) { return name() }
    for length in [2, 1] where index + length <= bytes.count {
      let text = self.text(index, index + length)
      if let symbol = Symbol(rawValue: text) {
        index += length
        return Token(.symbol(symbol), index - length, index)
      }
      if let hint = ForeignSign.hints[text] { throw foreign(length, hint: hint) }
    }
    throw foreign(scalarLength, hint: ForeignSign.hints[text(index, index + scalarLength)])
  }

  private mutating func name() -> Token {
    let start = index
    skipWord()
    let word = text(start, index)
    return Token(Keyword(rawValue: word).map { .keyword($0) } ?? .name, start, index)
  }

  private func foreign(_ length: Int, hint: String?) -> ParserError {
    let sign = text(index, index + length)
    return placement.error("“\(sign)” has no meaning in an expression", index, index + length, hint: hint)
  }
}

extension Lexer {
  var peek: UInt8? { byte(after: 0) }

  func byte(after distance: Int) -> UInt8? {
    index + distance < bytes.count ? bytes[index + distance] : nil
  }

  func text(_ lower: Int, _ upper: Int) -> String { Bytes(bytes[lower..<upper]).text }

  /// Skips a run of letters, digits and underscores.
  mutating func skipWord() {
    while let byte = peek, Lexer.startsName(byte) || byte.isDigit { index += 1 }
  }

  static func startsName(_ byte: UInt8) -> Bool { byte.isLetter || byte == UInt8(ascii: "_") }

  /// Line ends count as spaces: a JSON string may be folded where Python would want parentheses.
  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || (0x09...0x0D).contains(byte) { index += 1 }
  }

  /// How many bytes the scalar that starts here has.
  private var scalarLength: Int {
    var length = 1
    while let byte = byte(after: length), byte & 0xC0 == 0x80 { length += 1 }
    return length
  }
}
