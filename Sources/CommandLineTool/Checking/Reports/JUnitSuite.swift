import SVG
import Text

/// Test cases, one a file, in the XML that GitLab, Jenkins and Azure read.
struct JUnitSuite {
  let name: String
  private var cases: [Element] = []

  init(_ name: String) { self.name = name }

  /// Adds the case of a file: failures, errors or a skip, or nothing where all is well.
  mutating func add(_ path: String, line: Int?, _ outcomes: [Element]) {
    let attributes: Element.Attributes = [
      "classname": .text(Path.folder(of: path)), "name": .text(Path.name(of: path)), "file": .text(path),
      "line": .init(line.map(String.init)),
    ]
    cases.append(Element("testcase", attributes, children: outcomes))
  }

  var document: Bytes {
    let attributes: Element.Attributes = [
      "name": .text(name), "tests": .text(String(cases.count)), "failures": count(of: "failure"),
      "errors": count(of: "error"), "skipped": count(of: "skipped"),
    ]
    let suite = Element("testsuite", attributes, children: cases)
    return Bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
      + Writer.write(Element("testsuites", attributes, children: [suite]))
  }

  private func count(of outcome: String) -> Element.Value {
    .text(String(cases.count { $0.holds(outcome) }))
  }
}

extension Element {
  fileprivate func holds(_ name: String) -> Bool {
    if case .children(let children) = content { children.contains { $0.name == name } } else { false }
  }
}
