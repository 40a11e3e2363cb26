import SVG
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

  private func outcome(of verdict: Verdict) -> Element? {
    guard let message = verdict.explanation else { return nil }
    let text = ([message] + verdict.rows + [next.command(for: verdict)].compactMap { $0 }).joined(separator: "\n")
    let attributes: Element.Attributes = ["message": .text(message), "type": .text(verdict.word)]
    return switch verdict.outcome {
    case .same: nil
    case .made, .updated: Element("system-out", text: "\(verdict.word) \(message)")
    case .orphan(fails: false): Element("skipped", ["message": .text("\(verdict.word): \(message)")])
    case .missing, .differs, .unreadable, .occupied, .orphan(fails: true): Element("failure", attributes, text: text)
    case .failed: Element("error", attributes, text: text)
    }
  }

  func ending(_ tally: Tally, _ next: NextCommand) -> Bytes { suite.document }
}
