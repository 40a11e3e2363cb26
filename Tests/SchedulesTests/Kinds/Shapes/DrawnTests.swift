import Diagnostics
import Testing

@testable import Schedules

@Suite struct DrawnTests {
  private func points(_ members: String) -> String { #"{"type": "points", \#(members)}"# }

  @Test func `goes through its points, and holds both ends`() throws {
    let json = points(#""points": [[2, 0.5], [4, 1], [8, 0]]"#)
    #expect(try Stepping.rates(json, count: 11) == [0.5, 0.5, 0.5, 0.75, 1, 0.75, 0.5, 0.25, 0, 0, 0])
    #expect(try Stepping.rates(json, count: 3, lr: 0.1) == [0.05, 0.05, 0.05])
    #expect(try Stepping(json).node.scheduler.length == 8)
  }

  @Test(arguments: [
    ("linear", [0.01, 0.2575, 0.505, 0.7525, 1, 1]), ("previous", [0.01, 0.01, 0.01, 0.01, 1, 1]),
    ("next", [0.01, 1, 1, 1, 1, 1]), ("cosine", [0.01, 0.154982, 0.505, 0.855018, 1, 1]),
    ("log", [0.01, 0.031623, 0.1, 0.316228, 1, 1]),
  ])
  func `interpolates`(word: String, rates: [Double]) throws {
    let json = points(#""points": [[0, 0.01], [4, 1]], "interpolation": "\#(word)""#)
    expect(try Stepping.rates(json, count: 6), near: rates)
  }

  @Test func `takes rates for what they are`() throws {
    #expect(try Stepping.rates(points(#""points": [[0, 3]], "absolute": true"#), count: 2, lr: 0.1) == [3, 3])
  }

  @Test(arguments: [
    (#""points": []"#, "value at []"), (#""points": [[1, 1], [1, 2]]"#, "value at [[1, 1], [1, 2]]"),
    (#""points": [[2, 1], [1, 2]]"#, "value at [[2, 1], [1, 2]]"), (#""points": [[1]]"#, "value at [1]"),
    (#""points": [1, 2]"#, "value at 1"), (#""points": {}"#, "value at {}"),
    (#""points": [[0, 1], [9, 0]], "interpolation": "log""#, "value at [[0, 1], [9, 0]]"),
    (#""interpolation": "log""#, #"param at "points""#),
  ])
  func `refuses points`(members: String, expected: String) {
    #expect(refusal(points(members)) == expected)
  }

  private func table(_ members: String) -> String { #"{"type": "table", \#(members)}"# }

  @Test func `takes a value for each step`() throws {
    #expect(try Stepping.rates(table(#""values": [1, 0.5, 0.25]"#), count: 5) == [1, 0.5, 0.25, 0.25, 0.25])
    let cycle = table(#""values": [1, 0.5], "after": "cycle""#)
    #expect(try Stepping.rates(cycle, count: 5, lr: 2) == [2, 1, 2, 1, 2])
    #expect(try Stepping.rates(table(#""values": [3], "absolute": true"#), count: 1, lr: 2) == [3])
    #expect(try Stepping(cycle).node.scheduler.length == 2)
  }

  @Test func `ends where it is told to`() throws {
    let json = table(#""values": [1, 0.5], "after": "error""#)
    #expect(try Stepping.rates(json, count: 2) == [1, 0.5])
    let error = #expect(throws: Diagnostic.self) { try Stepping.rates(json, count: 3) }
    #expect(error?.code == .run)
  }

  @Test func `reads the column of a file, as a metric does`() throws {
    let file = #"""
      {"epochs": 4, "optimizer": {"lr": 2},
       "scheduler": {"type": "table", "csv": "rates.csv", "column": "lr", "interval": "epoch"}}
      """#
    let rates = try fileRates(spec(file, files: ["rates.csv": "step,lr\n0,1\n1,\n2,0.5\n3,0.25\n"]))
    #expect(rates == [2, 1, 0.5, 0.5])
  }

  @Test(arguments: [
    (#""values": []"#, "value at []"), (#""after": "hold""#, #"param at "table""#),
    (#""values": [1], "csv": "a.csv", "column": "b""#, #"param at "a.csv""#),
    (#""values": [1], "column": "b""#, #"param at "column""#), (#""csv": "a.csv""#, #"param at "csv""#),
    (#""csv": "a.csv", "column": "b""#, #"io at "a.csv""#),
  ])
  func `refuses tables`(members: String, expected: String) {
    #expect(refusal(table(members)) == expected)
  }
}
