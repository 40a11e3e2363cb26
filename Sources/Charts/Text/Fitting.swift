/// Makes text fit a width: by breaking it between words, then by leaving out its end.
enum Fitting {
  /// The text without line breaks and doubled spaces, as SVG would show it.
  static func oneLine(_ text: String) -> String {
    text.split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " ")
  }

  /// The text, or its beginning and “…”; empty when not even that fits.
  static func elided(_ text: String, size: Double, width: Double, isBold: Bool = false) -> String {
    // A text of a million letters is not measured to its end to learn that it does not fit.
    let limit = 1000
    var head = String(text.prefix(limit))
    if head.utf8.count == text.utf8.count, TextWidth.of(head, size: size, isBold: isBold) <= width { return head }
    var room = width - TextWidth.of("…", size: size, isBold: isBold)
    var kept = ""
    for character in head {
      room -= TextWidth.of(String(character), size: size, isBold: isBold)
      guard room >= 0 else { break }
      kept.append(character)
    }
    while kept.last?.isWhitespace == true { kept.removeLast() }
    head = kept
    return head.isEmpty ? "" : head + "…"
  }

  /// At most `count` lines, the last one elided.
  static func wrapped(_ text: String, size: Double, width: Double, lines count: Int, isBold: Bool) -> [String] {
    var lines: [String] = []
    var words = oneLine(String(text.prefix(4000))).split(separator: " ")[...]
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
