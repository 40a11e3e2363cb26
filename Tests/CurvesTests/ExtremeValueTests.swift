import Curves
import Diagnostics
import JSON
import Schedules
import TestSupport
import Testing
import Text

/// Whatever stands in a parameter, a schedule is refused or gives a finite curve: nothing traps, hangs, or is no number.
@Suite struct ExtremeValueTests {
  private static let values = [
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "1e308", "-1e308", "5e-324", "1e-300", "0",
    "-0.0",
    "-1", "1", "2", "0.5", "1e15", "1000000000000000", "999999999", "1e6", "-7.25", "3.9999999999999996", "true",
    "null",
    #""""#, #""x""#, #""1 / (epoch - 3)""#, #""2 ** epoch ** 9""#, "[]", "[0]", "[-1, 0, 1e308]", "[[]]", "{}",
    #"{"3": 1e308}"#,
    #"{"-5": 0}"#, #"{"type": "StepLR", "step_size": 2}"#, #"[{"type": "LinearLR"}]"#,
    #"[{"type": "ChainedScheduler"}]"#,
  ]

  @Test(arguments: Catalogue.kinds.map(\.fullName))
  func `every parameter of every kind stands extreme values`(name: String) throws {
    let kind = try #require(Catalogue.kind(named: name))
    for parameter in kind.declaration.parameters {
      for value in Self.values {
        let members = kind.exampleMembers.filter { $0.key != parameter.name }.map { ($0.key, $0.value) }
        let extreme = try Scanner.read(Source(name: "value", bytes: Bytes(value.utf8)))
        check(members + [(parameter.name, extreme)], of: name)
      }
    }
  }

  @Test(arguments: Catalogue.kinds.map(\.fullName))
  func `two extreme values together are as harmless`(name: String) throws {
    let kind = try #require(Catalogue.kind(named: name))
    let parameters = kind.declaration.parameters.map(\.name)
    var random = Random(seed: name)
    for _ in 0..<60 {
      let chosen = (0..<2).compactMap { _ in parameters.randomElement(using: &random) }
      let kept = kind.exampleMembers.filter { !chosen.contains($0.key) }.map { ($0.key, $0.value) }
      let extremes = try Array(Set(chosen)).sorted().map { parameter in
        let value = Self.values.randomElement(using: &random) ?? "0"
        return (parameter, try Scanner.read(Source(name: "value", bytes: Bytes(value.utf8))))
      }
      check(kept + extremes, of: name)
    }
  }

  private func check(_ members: [(String, Value)], of kind: String) {
    let scheduler: Value = .object([("type", Value(.string(kind)))] + members.map { (key: $0.0, value: $0.1) })
    let file: Value = [
      "epochs": 12, "steps_per_epoch": 3, "metric": ["expression": "epoch % 5 - 1"], "scheduler": scheduler,
    ]
    // Places in the file do not matter here.
    guard let spec = try? Spec.read(file, readingFiles: { (path) throws(Diagnostic) in throw Diagnostic(.io, path) }),
      let curve = try? Run.curve(of: spec)
    else { return }
    #expect(curve.rowCount == 36)
    for column in curve.columns where column.quantity != .metric {
      #expect(column.values.allSatisfy { $0.isFinite }, "\(file.text().text)")
    }
  }
}
