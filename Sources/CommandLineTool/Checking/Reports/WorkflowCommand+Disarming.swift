import Text

/// How texts are kept from being commands where GitHub's runner reads what is printed.
///
/// It obeys `::name …::` at the beginning of a line, blanks ignored, and the older `##[name]` anywhere in one, on both
/// streams.
extension WorkflowCommand {
  /// What a text is part of, which decides how a character is written that must not stand as it is.
  enum Medium {
    /// What people read; a space is put in.
    case words
    case json
    case xml
  }

  /// A text in which nothing starts a command.
  static func disarmed(_ text: Bytes, as medium: Medium) -> Bytes {
    guard holdsCommand(text) else { return text }
    var result = String.UnicodeScalarView()
    var (isStart, hashes) = (true, 0)
    let scalars = Array(text.text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isColons = isStart && scalar == ":" && index + 1 < scalars.count && scalars[index + 1] == ":"
      if isColons || hashes >= 2 && scalar == "[" {
        result.append(contentsOf: written(scalar, as: medium).unicodeScalars)
      } else {
        result.append(scalar)
      }
      hashes = scalar == "#" ? hashes + 1 : 0
      isStart = scalar == "\n" || scalar == "\r" || isStart && scalar.properties.isWhitespace
    }
    return Bytes(String(result).utf8)
  }

  /// Whether anything in a text may start a command.
  static func holdsCommand(_ text: Bytes) -> Bool {
    var (isStart, hashes, isColon) = (true, 0, false)
    for byte in text {
      // Blanks outside ASCII are looked at where it matters.
      if isColon, byte == UInt8(ascii: ":") { return true }
      if hashes >= 2, byte == UInt8(ascii: "[") { return true }
      isColon = isStart && byte == UInt8(ascii: ":")
      hashes = byte == UInt8(ascii: "#") ? hashes + 1 : 0
      isStart =
        byte == 0x0A || byte == 0x0D || isStart && (byte == 0x20 || (0x09...0x0D).contains(byte) || byte >= 0x80)
    }
    return false
  }

  private static func written(_ scalar: Unicode.Scalar, as medium: Medium) -> String {
    switch medium {
    case .words: scalar == "[" ? " [" : "\(scalar) "
    case .json: scalar == "[" ? "\\u005b" : "\\u003a"
    case .xml: scalar == "[" ? "&#91;" : "&#58;"
    }
  }
}

extension World {
  /// Whether GitHub's runner reads what is printed, and obeys some of it.
  var isReadByRunner: Bool { environment("GITHUB_ACTIONS") == "true" }

  /// Data as standard output may have it: a terminal would obey what a file or a pipe only holds, and so would a runner.
  func disarmed(_ data: Pieces, as medium: WorkflowCommand.Medium) -> Pieces {
    if outputIsTerminal { return data.visible }
    return isReadByRunner ? Pieces(WorkflowCommand.disarmed(data.whole, as: medium)) : data
  }
}
