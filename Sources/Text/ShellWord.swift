extension String {
  /// The text as one word of a shell's command line, to be pasted as it is.
  package var shellQuoted: String {
    let isPlain = utf8.allSatisfy { $0.isDigit || $0.isLetter || "_@%+=:,./-".utf8.contains($0) }
    if isPlain, !isEmpty { return self }
    guard unicodeScalars.contains(where: String.isTreacherous) else {
      return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }
    // What a terminal would obey or hide is spelled out; bash, zsh and ksh read that.
    let spelled = unicodeScalars.map { scalar in
      if String.isTreacherous(scalar) { return String(scalar).utf8.map(String.octal).joined() }
      return scalar == "'" || scalar == "\\" ? "\\\(scalar)" : String(scalar)
    }
    return "$'" + spelled.joined() + "'"
  }

  /// Whether a terminal would do something with a scalar instead of showing it; a tab completes what one types.
  private static func isTreacherous(_ scalar: Unicode.Scalar) -> Bool { scalar == "\t" || scalar.visible != scalar }

  private static func octal(_ byte: UInt8) -> String {
    "\\" + [byte >> 6, byte >> 3 & 7, byte & 7].map(String.init).joined()
  }
}

extension [String] {
  /// The texts as operands of a command line: words, behind two hyphens where one could be taken for an option.
  package var shellOperands: String {
    let words = map(\.shellQuoted).joined(separator: " ")
    return contains { $0.hasPrefix("-") && $0 != "-" } ? "-- \(words)" : words
  }
}
