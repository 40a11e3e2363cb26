import Diagnostics
import Text

/// A line for each file, and the rows of those that differ.
struct TextReport: Report {
  let isQuiet: Bool

  func text(of verdict: Verdict) -> String {
    if isQuiet, verdict.exit == .done { return "" }
    let word = verdict.word + String(repeating: " ", count: max(1, 9 - verdict.word.count))
    let explanation = verdict.explanation.map { ": \(Excerpt.visible($0))" } ?? ""
    let rows = verdict.rows.map { "  \(Excerpt.visible($0))\n" }.joined()
    return "\(word)\(Excerpt.visible(verdict.path))\(explanation)\n\(rows)"
  }

  func ending(_ tally: Tally, _ next: NextCommand) -> Bytes {
    let lines = next.commands.flatMap { ["\($0.when):", "  \($0.command)"] }
    if lines.isEmpty, isQuiet || tally.checked < 2 { return [] }
    return Bytes(([tally.line] + lines).map { "\($0)\n" }.joined().utf8)
  }
}
