/// Makes text fit a width: by breaking it between words, then by leaving out its end.
enum Fitting {
  /// The text without line breaks and doubled spaces, as SVG would show it.
  static func oneLine(_ text: String) -> String {
    // The usual text is shown as it is, and need not be taken apart.
    if isPlain(text) { return text }
    return text.split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " ")
  }

  /// Whether a text is printable ASCII, without a space that would not be shown.
  private static func isPlain(_ text: String) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in text.utf8 {
      if byte < 0x20 || byte > 0x7E || (byte == 0x20 && previous == 0x20) { return false }
      previous = byte
    }
    return previous != 0x20
  }

  /// The text, or its beginning and “…”; empty when not even that fits.
  static func elided(_ text: String, size: Double, width: Double, isBold: Bool = false) -> String {
    // A text of a million letters is not measured to its end to learn that it does not fit.
    let limit = 1000
    if text.utf8.count <= 4 * limit, TextWidth.of(text, size: size, isBold: isBold) <= width { return text }
    var room = width - TextWidth.of("…", size: size, isBold: isBold)
    var kept = ""
    for character in text.prefix(limit) {
      room -= TextWidth.of(String(character), size: size, isBold: isBold)
      guard room >= 0 else { break }
      kept.append(character)
    }
    while kept.last?.isWhitespace == true { kept.removeLast() }
    return kept.isEmpty ? "" : kept + "…"
  }

  /// At most `count` lines, the last one elided.
  static func wrapped(_ text: String, size: Double, width: Double, lines count: Int, isBold: Bool) -> [String] {
    let text = oneLine(text.utf8.count <= 4000 ? text : String(text.prefix(4000)))
    guard !text.isEmpty else { return [] }
    guard TextWidth.of(text, size: size, isBold: isBold) > width else { return [text] }
    var lines: [String] = []
    var words = text.split(separator: " ")[...]
    while lines.count < count - 1, let first = words.first {
      var line = String(first)
      var taken = 1
      for word in words.dropFirst() {
        guard TextWidth.of("\(line) \(word)", size: size, isBold: isBold) <= width else { break }
        line += " \(word)"
        taken += 1
      }
      guard TextWidth.of(line, size: size, isBold: isBold) <= width else { break }
      lines.append(line)
      words = words.dropFirst(taken)
    }
    if !words.isEmpty {
      lines.append(elided(words.joined(separator: " "), size: size, width: width, isBold: isBold))
    }
    return lines.filter { !$0.isEmpty }
  }
}
