import Text

/// Verdicts as test cases.
struct JUnitReport: Report {
  let next: NextCommand
  private var suite = JUnitSuite("lrplot check")

  init(next: NextCommand) { self.next = next }

  mutating func text(of verdict: Verdict) -> String {
    suite.add(verdict.path, line: verdict.place?.line, [outcome(of: verdict)].compactMap { $0 })
    return ""
  }

  private func outcome(of verdict: Verdict) -> JUnitOutcome? {
    guard let message = verdict.explanation else { return nil }
    let text = ([message] + verdict.rows + [next.command(for: verdict)].compactMap { $0 }).joined(separator: "\n")
    func ended(_ kind: JUnitOutcome.Kind) -> JUnitOutcome {
      JUnitOutcome(kind: kind, message: message, type: verdict.word, text: text)
    }
    return switch verdict.outcome {
    case .same: nil
    case .made, .updated: JUnitOutcome(kind: .output, text: "\(verdict.word) \(message)")
    case .orphan(fails: false): JUnitOutcome(kind: .skipped, message: "\(verdict.word): \(message)")
    case .missing, .differs, .unreadable, .occupied, .orphan(fails: true): ended(.failure)
    case .failed: ended(.error)
    }
  }

  func ending(_ tally: Tally, _ next: NextCommand) -> Bytes { suite.document }
}
