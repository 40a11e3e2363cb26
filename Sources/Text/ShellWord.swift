extension String {
  /// The text as one word of a command line, to be pasted as it is into any shell that POSIX describes.
  package var shellQuoted: String {
    let isPlain = utf8.allSatisfy { $0.isDigit || $0.isLetter || "_@%+=:,./-".utf8.contains($0) }
    // zsh replaces a word that begins with an equals sign.
    if isPlain, !isEmpty, utf8.first != UInt8(ascii: "=") { return self }
    return unicodeScalars.contains(where: String.isTreacherous) ? spelledOut : ShellWord.quoted(utf8)
  }

  /// What a terminal would obey or hide, and bytes that are no text, spelled out by `printf`.
  ///
  /// A shell takes line ends from the end of what `printf` writes, so these stand after it as they are.
  private var spelledOut: String {
    var bytes = PathText.encode(self)
    let ends = bytes.reversed().prefix { $0 == 0x0A }.count
    bytes.removeLast(ends)
    let tail = ends == 0 ? "" : ShellWord.quoted(repeatElement(0x0A, count: ends))
    return bytes.isEmpty ? tail : "\"$(printf '\(ShellWord.format(bytes))')\"" + tail
  }

  /// Whether a terminal would do something with a scalar instead of showing it; a tab completes what one types.
  fileprivate static func isTreacherous(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\t" || scalar.visible != scalar || scalar.isHidden || PathText.isEscape(scalar)
  }
}

/// How words are quoted.
private enum ShellWord {
  /// Bytes in single quotes, within which nothing but a single quote means anything.
  ///
  /// GitHub's runner takes `##[name]` anywhere in a line for a command; quotes in its middle are none to a shell.
  static func quoted(_ bytes: some Sequence<UInt8>) -> String {
    var word = Bytes("'".utf8)
    var hashes = 0
    for byte in bytes {
      if byte == UInt8(ascii: "[") && hashes >= 2 { word += "''".utf8 }
      hashes = byte == UInt8(ascii: "#") ? hashes + 1 : 0
      if byte == UInt8(ascii: "'") { word += #"'\''"#.utf8 } else { word.append(byte) }
    }
    return (word + "'".utf8).text
  }

  /// Bytes as a format of `printf` in single quotes that writes them.
  ///
  /// An exclamation mark is spelled out too, which bash would look up in its history.
  static func format(_ bytes: Bytes) -> String {
    let text = bytes.text
    let isText = text.utf8.elementsEqual(bytes)
    var format = ""
    if isText {
      for scalar in text.unicodeScalars {
        if isPlain(scalar, isFirst: format.isEmpty) || !scalar.isASCII && !String.isTreacherous(scalar) {
          format.unicodeScalars.append(scalar)
        } else {
          format += UTF8.encode(scalar).map { $0.map(octal).joined(by: "") } ?? ""
        }
      }
    } else {
      for byte in bytes {
        let scalar = Unicode.Scalar(byte)
        format += byte < 0x80 && isPlain(scalar, isFirst: format.isEmpty) ? String(scalar) : octal(byte)
      }
    }
    return format
  }

  private static func isPlain(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
    guard scalar.isASCII else { return false }
    let byte = UInt8(scalar)
    return byte.isDigit || byte.isLetter || "_@+=:,./ ".utf8.contains(byte) || byte == UInt8(ascii: "-") && !isFirst
  }

  private static func octal(_ byte: UInt8) -> String {
    "\\" + [byte >> 6, byte >> 3 & 7, byte & 7].map { String($0) }.joined(by: "")
  }
}

extension [String] {
  /// The texts as operands of a command line: words, after two hyphens where one could be taken for an option.
  package var shellOperands: String {
    let words = map(\.shellQuoted).joined(by: " ")
    return contains { $0.utf8.first == UInt8(ascii: "-") && $0 != "-" } ? "-- \(words)" : words
  }
}
