/// Names that can stand in an `id` and in a CSS selector without quoting.
enum Identifier {
  /// The letters, digits, `_` and `-` of a name, beginning with a letter.
  static func sanitized(_ name: String) -> String {
    let kept = String(
      name.unicodeScalars.filter {
        $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "-")
      }.map(Character.init).prefix(64))
    guard let first = kept.first else { return "chart" }
    return first.isLetter ? kept : "chart\(kept)"
  }
}
