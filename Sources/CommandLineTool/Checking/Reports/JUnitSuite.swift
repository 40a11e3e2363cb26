import XML
import Text

/// Test cases, one a file, in the XML that GitLab, Jenkins and Azure read.
struct JUnitSuite {
  private struct Case {
    let path: String
    let line: Int?
    let outcomes: [JUnitOutcome]

    func write(to writer: inout Writer) {
      let attributes: Writer.Attributes = [
        "classname": .text(Path.folder(of: path)), "name": .text(Path.name(of: path)), "file": .text(path),
        "line": Attribute(line.map(String.init)),
      ]
      writer.element("testcase", attributes) { writer in
        for outcome in outcomes { outcome.write(to: &writer) }
      }
    }
  }

  let name: String
  private var cases: [Case] = []

  init(_ name: String) { self.name = name }

  /// Adds the case of a file: failures, errors, a skip or what was done, or nothing where all is well.
  mutating func add(_ path: String, line: Int?, _ outcomes: [JUnitOutcome]) {
    cases.append(Case(path: path, line: line, outcomes: outcomes))
  }

  var document: Bytes {
    let attributes: Writer.Attributes = [
      "name": .text(name), "tests": .text(String(cases.count)), "failures": count(of: .failure),
      "errors": count(of: .error), "skipped": count(of: .skipped),
    ]
    return Bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
      + Writer.document { writer in
        writer.element("testsuites", attributes) { writer in
          writer.element("testsuite", attributes) { writer in
            for tested in cases { tested.write(to: &writer) }
          }
        }
      }
  }

  private func count(of kind: JUnitOutcome.Kind) -> Attribute {
    .text(String(cases.count { $0.outcomes.contains { $0.kind == kind } }))
  }
}
