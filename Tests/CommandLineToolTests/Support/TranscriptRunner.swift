import Testing

/// Runs a page and records what differs where it stands in the page.
struct TranscriptRunner {
  let shell: Shell
  /// The page's file.
  let path: String

  func run(_ transcript: Transcript) {
    for exchange in transcript.exchanges {
      guard let problem = problem(with: exchange) else { continue }
      Issue.record(
        "$ \(exchange.command)\n\(problem)",
        sourceLocation: SourceLocation(fileID: "Transcripts/\(path)", filePath: path, line: exchange.line, column: 1))
    }
  }

  /// What differs; `nil` when nothing does.
  func problem(with exchange: Transcript.Exchange) -> String? {
    do {
      guard let ended = try shell.run(exchange.command, body: exchange.body) else { return nil }
      let actual = lines(ended.output) + lines(ended.error)
      let shown =
        "— expected —\n\(exchange.expected.joined(separator: "\n"))\n— printed —\n\(actual.joined(separator: "\n"))"
      if ended.status != exchange.status { return "ended with \(ended.status), not \(exchange.status)\n\(shown)" }
      return Pattern(lines: trimmed(exchange.expected)).matches(trimmed(actual)) ? nil : shown
    } catch {
      return "\(error)"
    }
  }

  private func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Without the empty lines at the end, which pages put before the next command.
  private func trimmed(_ lines: [String]) -> [String] {
    Array(lines.prefix((lines.lastIndex { !$0.isEmpty } ?? -1) + 1))
  }
}
