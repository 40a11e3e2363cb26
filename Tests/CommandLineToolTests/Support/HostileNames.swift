/// Names that files, groups and curves may have, and that something may stumble over.
enum HostileNames {
  /// What joins itself to the letter before or behind it, is not seen, or is obeyed.
  private static let marks = [
    "", "\u{301}", "\u{200D}", "\u{FE0F}", "\u{600}", "\u{70F}", "\u{200B}", "\u{FEFF}", "\u{E0041}", "\u{1}", "\t",
    "\n",
    "\r", "\u{7F}", "\u{9B}", "\u{202E}", "\u{2028}", "\u{A0}",
  ]

  /// Names without a slash, of at most some dozens of bytes; `PWNED` is what code in one would make.
  static let all: [String] =
    marks.flatMap { mark in
      [
        "x'\(mark);touch PWNED #", "\(mark)';touch PWNED;'\(mark)", "\(mark)$(touch PWNED)`touch PWNED`\(mark)",
        "\"\(mark)\";touch PWNED;\"", "\(mark)::add-mask::x", "\(mark)::error file=a::b", "a\(mark)##[stop-commands]t",
        "a\(mark)##\(mark)[error]t",
      ]
    } + [
      "\\", "'", "''", "-", "--", "-o", "~", "=ls", "!!", "#", " ", "a ", " a", "*", "?", "[a]", "{a,b}", "%s%n", "&",
      ";", "|", "<", ">", "\u{E9}", "e\u{301}", "a\nb", "\n", "\n::error::x", "a,b", "\"", "\"\"", "\u{600}\"",
      "\u{FFFD}",
    ]
}
