import Text

/// The lines of a text report, with what fails as a workflow command of GitHub Actions, which shows it at the file.
struct GitHubReport: Report {
  let text: TextReport
  let next: NextCommand

  func text(of verdict: Verdict) -> String {
    let isWarning: Bool
    if case .orphan(fails: false) = verdict.outcome { isWarning = true } else { isWarning = false }
    guard verdict.exit != .done || isWarning else { return text.text(of: verdict) }
    let lines = [verdict.explanation].compactMap { $0 } + verdict.rows + [next.command(for: verdict)].compactMap { $0 }
    return WorkflowCommand.line(
      isWarning ? .warning : .error, titled: "lrplot check: \(verdict.word)",
      lines.map(\.visible).joined(separator: "\n"), in: verdict.path, at: verdict.place)
  }

  func ending(_ tally: Tally, _ next: NextCommand) -> Bytes { text.ending(tally, next) }
}
