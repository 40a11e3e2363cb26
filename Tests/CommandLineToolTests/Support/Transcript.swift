/// The console blocks of a page: what is typed, and what comes of it.
struct Transcript {
  /// A command and the lines that follow it.
  struct Exchange {
    var command: String
    /// The lines of a here-document.
    var body: [String] = []
    var expected: [String] = []
    var status: Int32 = 0
    /// Where the command stands in its page.
    let line: Int
    /// Where what it prints begins in its page.
    var outputLine: Int
  }

  private(set) var exchanges: [Exchange] = []

  /// Reads every block that is fenced as `console`.
  init(page: String) {
    var isConsole = false
    var ending: String?
    for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).enumerated() {
      if line.hasPrefix("```") {
        isConsole = !isConsole && line.dropFirst(3).hasPrefix("console")
        ending = nil
      } else if isConsole {
        take(line, number: index + 1, &ending)
      }
    }
  }

  private mutating func take(_ line: String, number: Int, _ ending: inout String?) {
    if line.hasPrefix("$ "), ending == nil {
      let command = String(line.dropFirst(2))
      exchanges.append(Exchange(command: command, line: number, outputLine: number + 1))
      ending = Transcript.ending(of: command)
      return
    }
    guard var last = exchanges.popLast() else { return }
    // A shell prompts with `> ` for the rest of a command; many pages leave that out.
    let typed = line.hasPrefix("> ") ? String(line.dropFirst(2)) : line
    if let word = ending {
      if typed == word { ending = nil } else { last.body.append(typed) }
      last.outputLine = number + 1
    } else if last.command.hasSuffix("\\"), last.expected.isEmpty {
      last.command = last.command.dropLast() + typed
      last.outputLine = number + 1
      ending = Transcript.ending(of: last.command)
    } else if line.hasPrefix("? "), let status = Int32(line.dropFirst(2)) {
      last.status = status
    } else {
      last.expected.append(line)
    }
    exchanges.append(last)
  }

  /// The word that ends a command's here-document.
  private static func ending(of command: String) -> String? {
    let tokens = ShellWords.tokens(of: command)
    guard let sign = tokens.firstIndex(of: .sign("<<")), sign + 1 < tokens.count,
      case .word(let word) = tokens[sign + 1]
    else { return nil }
    return word
  }
}
