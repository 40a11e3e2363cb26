import Testing

@testable import Schedules

@Suite struct LinearToZeroTests {
  private static func json(_ members: String) -> String { #"{"type": "linear-to-zero", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 6, "warmup_steps": 2"#, [0, 0.5, 1, 0.75, 0.5, 0.25, 0, 0]),
    (#""total_steps": 5, "min_ratio": 0.5"#, [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.5]),
  ])
  func `warms up and falls along a line`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""total_steps": 5, "warmup_steps": 5"#, #"value at 5"#),
    (#""warmup_steps": 100"#, #"value at "linear-to-zero""#),
    (#""total_steps": 0"#, #"value at 0"#),
    (#""total_steps": 5, "min_ratio": 1.5"#, #"value at 1.5"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
