import Foundation
import Testing

/// Runs a page and records what differs where it stands in the page.
///
/// After a deliberate change of messages: LRPLOT_RECORD=1 swift test --filter TranscriptTests puts what is printed now
/// into the pages; read the difference before you keep it.
struct TranscriptRunner {
  let shell: Shell
  /// The page's file.
  let path: String

  func run(_ transcript: Transcript) {
    let variables = ProcessInfo.processInfo.environment
    if variables["LRPLOT_RECORD"] == "1", variables["CI"] == nil { return record(transcript) }
    for exchange in transcript.exchanges {
      guard let problem = problem(with: exchange) else { continue }
      Issue.record(
        "$ \(exchange.command)\n\(problem)",
        sourceLocation: SourceLocation(fileID: "Transcripts/\(path)", filePath: path, line: exchange.line, column: 1))
    }
  }

  /// Writes what is printed now into the page, where it differs from what stands there.
  private func record(_ transcript: Transcript) {
    do {
      var page = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
      var shift = 0
      for exchange in transcript.exchanges {
        guard let ended = try shell.run(exchange.command, body: exchange.body) else { continue }
        let actual = trimmed(lines(ended.output) + lines(ended.error))
        let wanted = trimmed(exchange.expected)
        if ended.status == exchange.status, Pattern(lines: wanted).matches(actual) { continue }
        let start = exchange.outputLine - 1 + shift
        let old = wanted.count + (exchange.status == 0 ? 0 : 1)
        let new = cut(actual, as: wanted) + (ended.status == 0 ? [] : ["? \(ended.status)"])
        page.replaceSubrange(start..<start + old, with: new)
        shift += new.count - old
      }
      try page.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    } catch {
      Issue.record(error)
    }
  }

  /// The lines with as many left out as the page leaves out, where it does so in one place.
  private func cut(_ actual: [String], as wanted: [String]) -> [String] {
    guard let gap = wanted.firstIndex(of: "..."), gap == wanted.lastIndex(of: "..."), actual.count > wanted.count else {
      return actual
    }
    return actual.prefix(gap) + ["..."] + actual.suffix(wanted.count - gap - 1)
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
