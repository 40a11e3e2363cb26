import Diagnostics
import Testing
import Text

@testable import Curves

@Suite struct RowsTests {
  @Test(arguments: [
    (1, 3, [0, 1, 2]), (2, 5, [0, 2, 4]), (2, 6, [0, 2, 4, 5]), (1000, 3, [0, 2]), (7, 1, [0]), (3, 0, []),
  ])
  func `are the first, every so many, and the last`(every: Int, steps: Int, expected: [Int]) {
    let rows = Curve.Rows(every: every, of: steps)
    #expect((0..<rows.count).map(rows.step) == expected)
    #expect((0..<steps).filter(rows.contains) == expected)
    var visited = expected.prefix(1).map { $0 }
    while let last = visited.last, let next = rows.next(after: last) { visited.append(next) }
    #expect(visited == expected)
  }

  private static let json = """
    {"steps": 6, "rows": {"every": 4}, "optimizer": {"lr": 32},
     "scheduler": {"type": "exponential", "gamma": 0.5, "interval": "step"}}
    """

  @Test func `thin out tables`() throws {
    let curve = try curve(Self.json)
    #expect(curve.columns[0].values.count == 6)
    #expect(curve.csv.whole.text == "step,epoch,lr\n0,0,32.0\n4,4,2.0\n5,5,1.0\n")
    #expect(
      curve.json.whole.text == "{\n  \"step\": [0, 4, 5],\n  \"epoch\": [0, 4, 5],\n  \"lr\": [32.0, 2.0, 1.0]\n}\n")
  }

  @Test func `of several curves are all of theirs, blank where one has none`() throws {
    let short = try curve(#"{"epochs": 3, "scheduler": {"type": "constant", "factor": 1}}"#)
    let both = Curve.comparison(of: [("a", try curve(Self.json)), ("b", short)])
    #expect(
      both.csv.whole.text == """
        step,epoch,a:lr,b:lr
        0,0,32.0,0.1
        1,1,,0.1
        2,2,,0.1
        4,4,2.0,
        5,5,1.0,

        """)
  }

  @Test func `are what a golden has`() throws {
    let curve = try curve(Self.json)
    func difference(_ text: String) throws -> Difference? {
      try Golden.read(Source(name: "golden", bytes: Bytes(text.utf8))).difference(from: curve, tolerance: Tolerance())
    }
    #expect(try difference("step,epoch,lr\n0,0,32\n4,4,2\n5,5,1\n") == nil)
    let changed = try #require(try difference("step,epoch,lr\n0,0,32\n4,4,3\n5,5,1\n"))
    #expect(changed.changes.map(\.step) == [4] && changed.pattern == .oneRow)
    let full = "step,epoch,lr\n" + (0..<6).map { "\($0),\($0),1\n" }.joined()
    #expect(try difference(full)?.mismatches.first == .rowCount(golden: 6, actual: 3))
    let overlay = GoldenOverlay(
      of: curve,
      over: try Golden.read(Source(name: "golden", bytes: Bytes("step,epoch,lr\n0,0,32\n4,4,4\n5,5,1\n".utf8))))
    #expect(overlay.curve.columns[0].values == [32, 25, 18, 11, 4, 1])
  }
}
