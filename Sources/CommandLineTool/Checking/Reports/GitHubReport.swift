import Text

/// The lines of a text report, with what fails as a workflow command of GitHub Actions, which shows it at the file.
struct GitHubReport: Report {
  let text: TextReport
  let next: NextCommand

  func text(of verdict: Verdict) -> String {
    let isWarning: Bool
    if case .orphan(fails: false) = verdict.outcome { isWarning = true } else { isWarning = false }
    guard verdict.exit != .done || isWarning else {
      return WorkflowCommand.disarmed(Bytes(text.text(of: verdict).utf8), as: .words).text
    }
    let lines = ([verdict.explanation].compactMap { $0 } + verdict.rows).map(\.visible)
    let command = [next.command(for: verdict)].compactMap { $0 }
    return WorkflowCommand.line(
      isWarning ? .warning : .error, titled: "lrplot check: \(verdict.word)",
      (lines + command).joined(by: "\n"), in: verdict.path, at: verdict.place)
  }

  func ending(_ tally: Tally, _ next: NextCommand) -> Bytes {
    WorkflowCommand.disarmed(text.ending(tally, next), as: .words)
  }
}
