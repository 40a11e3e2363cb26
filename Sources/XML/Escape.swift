import Text

/// Text as XML may hold it: the one place where anything is escaped.
enum Escape {
  /// Where the text will stand; an attribute's white space would be normalised away if it were written as it is.
  enum Context { case content, attribute }

  /// Appends a text with `& < > "` as entities and what XML 1.0 does not allow as U+FFFD.
  static func append(_ text: String, in place: Context, to output: inout Output) {
    // The text is copied only when it is not stored as UTF-8 already.
    var text = text
    text.withUTF8 { append($0, in: place, to: &output) }
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, in place: Context, to output: inout Output) {
    // Nearly every text is one stretch without anything to escape.
    if isPlain(text) { return output.append(text) }
    var start = 0
    for (index, byte) in text.enumerated() where isSuspicious(byte) {
      output.append(UnsafeBufferPointer(rebasing: text[start..<index]))
      start = index + 1
      switch byte {
      case UInt8(ascii: "&"): output.append(literal: "&amp;")
      case UInt8(ascii: "<"): output.append(literal: "&lt;")
      // Only `]]>` would need it, but a rule without exceptions is easier to trust.
      case UInt8(ascii: ">"): output.append(literal: "&gt;")
      case UInt8(ascii: "\"") where place == .attribute: output.append(literal: "&quot;")
      case UInt8(ascii: "\t") where place == .attribute: output.append(literal: "&#9;")
      case UInt8(ascii: "\n") where place == .attribute: output.append(literal: "&#10;")
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"): output.append(byte)
      // A bare one would be read as a line feed.
      case UInt8(ascii: "\r"): output.append(literal: "&#13;")
      case 0..<0x20: output.append(literal: "\u{FFFD}")
      case 0xBE, 0xBF:
        // U+FFFE and U+FFFF (EF BF BE, EF BF BF) are no characters; U+FFFD is EF BF BD.
        let isForbidden = index >= 2 && text[index - 1] == 0xBF && text[index - 2] == 0xEF
        output.append(isForbidden ? 0xBD : byte)
      default: output.append(byte)
      }
    }
    output.append(UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// Whether nothing in a text has to be escaped, as far as eight bytes at once can tell.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 8 else { return !text.contains(where: isSuspicious) }
    var index = 0
    while index + 8 < text.count {
      guard isPlain(eight(of: text, from: index)) else { return false }
      index += 8
    }
    // The last eight, of which some may have been looked at already.
    return isPlain(eight(of: text, from: text.count - 8))
  }

  /// The next eight bytes, the first one lowest.
  private static func eight(of text: UnsafeBufferPointer<UInt8>, from index: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// Whether eight bytes are all ASCII that is written as it is, found out for all of them at once.
  private static func isPlain(_ word: UInt64) -> Bool {
    let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    // A byte of `word - ones * n` borrows into its top bit where it was less than n (Warren, Hacker's Delight, §6-1).
    // One bit apart are `"` and `&`, and `<` and `>`.
    let controls = word &- ones &* 0x20
    let quotes = ((word | ones &* 4) ^ (ones &* 0x26)) &- ones
    let angles = ((word | ones &* 2) ^ (ones &* 0x3E)) &- ones
    return (word | controls | quotes | angles) & tops == 0
  }

  /// Whether a byte may have to be written otherwise.
  private static func isSuspicious(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0..<0x20, 0xBE, 0xBF: true
    default: false
    }
  }
}
