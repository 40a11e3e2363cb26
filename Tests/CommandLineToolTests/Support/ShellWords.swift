/// Splits a line as a shell does: blanks, single and double quotes, backslashes; `>`, `|` and `<<` stand alone.
enum ShellWords {
  /// A word, or an operator that was not quoted.
  enum Token: Equatable {
    case word(String)
    case sign(String)
  }

  static func tokens(of line: String) -> [Token] {
    var tokens: [Token] = []
    var word: String?
    var rest = Substring(line)
    func end() {
      if let finished = word { tokens.append(.word(finished)) }
      word = nil
    }
    while let next = rest.popFirst() {
      switch next {
      case " ", "\t": end()
      case "'":
        let closing = rest.firstIndex(of: "'") ?? rest.endIndex
        word = (word ?? "") + rest[..<closing]
        rest = rest[closing...].dropFirst()
      case "\"": word = (word ?? "") + doubleQuoted(&rest)
      case "\\": if let escaped = rest.popFirst() { word = (word ?? "") + String(escaped) }
      case ">", "<", "|", ";", "&":
        end()
        var sign = String(next)
        while rest.first == next, let again = rest.popFirst() { sign.append(again) }
        tokens.append(.sign(sign))
      case "#" where word == nil: rest = ""
      default: word = (word ?? "") + String(next)
      }
    }
    end()
    return tokens
  }

  private static func doubleQuoted(_ rest: inout Substring) -> String {
    var text = ""
    while let next = rest.popFirst(), next != "\"" {
      if next == "\\", let escaped = rest.first, "\"\\$`".contains(escaped) {
        text.append(escaped)
        rest.removeFirst()
      } else {
        text.append(next)
      }
    }
    return text
  }
}
