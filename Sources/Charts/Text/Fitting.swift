/// Makes text fit a width: by breaking it between words, then by leaving out its end.
enum Fitting {
  /// The text without line breaks and doubled spaces, as SVG would show it, and without marks of direction.
  ///
  /// A mark that turns the text round shows another name than the one that was given, and resvg stops at some of them.
  static func oneLine(_ text: String) -> String {
    // The usual text is shown as it is, and need not be taken apart.
    if isPlain(text) { return text }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: text.unicodeScalars.lazy.filter { !isMarkOfDirection($0) })
    return String(kept).split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " ")
  }

  private static func isMarkOfDirection(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
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
  static func elided(_ text: String, by ruler: Ruler, width: Double) -> String {
    // A text of a million letters is not measured to its end to learn that it does not fit.
    let limit = 1000
    if text.utf8.count <= 4 * limit, ruler.width(of: text) <= width { return text }
    var room = width - ruler.width(of: "…")
    var kept = ""
    for character in text.prefix(limit) {
      room -= ruler.width(of: String(character))
      guard room >= 0 else { break }
      kept.append(character)
    }
    while kept.last?.isWhitespace == true { kept.removeLast() }
    return kept.isEmpty ? "" : kept + "…"
  }

  /// The text, or its beginning, “…” and its end: of long names that differ, the ends often do.
  static func elidedInMiddle(_ text: String, by ruler: Ruler, width: Double) -> String {
    let limit = 500
    if text.utf8.count <= 4 * limit, ruler.width(of: text) <= width { return text }
    // A text that is shorter than both together has been measured already, and does not fit as a whole.
    let (first, last) = (Array(text.prefix(limit)), Array(text.suffix(limit)))
    var room = width - ruler.width(of: "…")
    var (head, tail) = (0, 0)
    while head < first.count, tail < last.count {
      // The beginning says more, so it is the longer half.
      let isHead = head <= tail
      let next = isHead ? first[head] : last[last.count - 1 - tail]
      room -= ruler.width(of: String(next))
      guard room >= 0 else { break }
      if isHead { head += 1 } else { tail += 1 }
    }
    guard head > 0 else { return "" }
    return String(first.prefix(head)) + "…" + String(last.suffix(tail))
  }

  /// At most `count` lines, the last one elided.
  static func wrapped(_ text: String, by ruler: Ruler, width: Double, lines count: Int) -> [String] {
    let text = oneLine(text.utf8.count <= 4000 ? text : String(text.prefix(4000)))
    guard !text.isEmpty else { return [] }
    guard ruler.width(of: text) > width else { return [text] }
    var lines: [String] = []
    var words = text.split(separator: " ")[...]
    while lines.count < count - 1, let first = words.first {
      var line = String(first)
      var taken = 1
      for word in words.dropFirst() {
        guard ruler.width(of: "\(line) \(word)") <= width else { break }
        line += " \(word)"
        taken += 1
      }
      guard ruler.width(of: line) <= width else { break }
      lines.append(line)
      words = words.dropFirst(taken)
    }
    if !words.isEmpty { lines.append(elided(words.joined(separator: " "), by: ruler, width: width)) }
    return lines.filter { !$0.isEmpty }
  }
}

// MARK: In pixels

extension Fitting {
  static func elided(_ text: String, size: Double, width: Double) -> String {
    elided(text, by: .font(size: size), width: width)
  }

  static func elidedInMiddle(_ text: String, size: Double, width: Double) -> String {
    elidedInMiddle(text, by: .font(size: size), width: width)
  }

  static func wrapped(_ text: String, size: Double, width: Double, lines count: Int, isBold: Bool) -> [String] {
    wrapped(text, by: .font(size: size, isBold: isBold), width: width, lines: count)
  }
}
