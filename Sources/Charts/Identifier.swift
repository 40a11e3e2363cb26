import Text

/// Names that can stand in an `id` and in a CSS selector without quoting.
enum Identifier {
  /// The ASCII letters, digits, `_` and `-` of a name, beginning with a letter.
  static func sanitized(_ name: String) -> String {
    var kept = Bytes()
    for byte in name.utf8.prefix(64) where byte.isLetter || byte.isDigit || byte == 0x2D || byte == 0x5F {
      kept.append(byte)
    }
    guard let first = kept.first else { return "chart" }
    return first.isLetter ? kept.text : "chart\(kept.text)"
  }
}
