import Testing

@testable import Schedules

@Suite struct RexTests {
  private static func json(_ members: String) -> String { #"{"type": "rex", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 4"#, [1, 0.857143, 0.666667, 0.4, 0, 0]),
    (#""total_steps": 6, "warmup_steps": 2, "min_ratio": 0.1"#, [0, 0.5, 1, 0.871429, 0.7, 0.46, 0.1, 0.1]),
  ])
  func `falls slowly, then faster`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""total_steps": 5, "warmup_steps": 5"#, #"value at 5"#),
    (#""warmup_steps": 100"#, #"value at "rex""#),
    (#""total_steps": 0"#, #"value at 0"#),
    (#""total_steps": 5, "min_ratio": 1.5"#, #"value at 1.5"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
