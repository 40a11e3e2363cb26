import Diagnostics
import Foundation
import Schedules
import Testing

/// What CPython makes of a few thousand random expressions; `Tests/Reference/expressions.py` recorded it.
@Suite struct ExpressionReferenceTests {
  @Test func `every expression gives the bits that CPython gives, or fails where it raises`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "expressions.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    let epochs = try #require(lines.first).compactMap { Double($0) }
    #expect(epochs.count == 5 && lines.count > 2000)

    for line in lines.dropFirst() {
      let text = String(line[0])
      let expression = try compiled(text)
      for (epoch, recorded) in zip(epochs, line.dropFirst()) {
        let value = try? expression.value(at: epoch)
        #expect(agrees(value, with: Double(recorded)), "\(text) at \(epoch): \(recorded), not \(value as Any)")
      }
    }
  }

  /// Elsewhere the C library's functions may differ from glibc's in the last bits.
  private func agrees(_ value: Double?, with recorded: Double?) -> Bool {
    guard let value, let recorded else { return value == nil && recorded == nil }
    #if canImport(Glibc)
      return value.bitPattern == recorded.bitPattern
    #else
      return abs(value - recorded) <= 1e-12 * max(abs(value), abs(recorded))
    #endif
  }
}
