import SVG
import Text

/// The XML that GitLab, Jenkins and Azure read test results from: a test case for each file.
struct JUnitReport: Report {
  let next: NextCommand
  private var cases: [Element] = []

  init(next: NextCommand) { self.next = next }

  mutating func text(of verdict: Verdict) -> String {
    let attributes: Element.Attributes = [
      "classname": .text(Path.folder(of: verdict.path)), "name": .text(Path.name(of: verdict.path)),
      "file": .text(verdict.path), "line": .init(verdict.place.map { String($0.line) }),
    ]
    cases.append(Element("testcase", attributes, children: [outcome(of: verdict)].compactMap { $0 }))
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

  func ending(_ tally: Tally, _ next: NextCommand) -> Bytes {
    let count = cases.count
    let failures = cases.count { $0.holds("failure") }
    let errors = cases.count { $0.holds("error") }
    let skipped = cases.count { $0.holds("skipped") }
    let attributes: Element.Attributes = [
      "name": "lrplot check", "tests": .text(String(count)), "failures": .text(String(failures)),
      "errors": .text(String(errors)), "skipped": .text(String(skipped)),
    ]
    let suite = Element("testsuite", attributes, children: cases)
    return Bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
      + Writer.write(Element("testsuites", attributes, children: [suite]))
  }
}

extension Element {
  fileprivate func holds(_ name: String) -> Bool {
    if case .children(let children) = content { children.contains { $0.name == name } } else { false }
  }
}
