import Testing

@testable import Schedules

@Suite struct TrapezoidTests {
  private static func json(_ members: String) -> String { #"{"type": "trapezoid", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 8, "warmup_steps": 2, "decay_steps": 4"#, [0, 0.5, 1, 1, 1, 0.75, 0.5, 0.25, 0, 0]),
    (
      #""total_steps": 8, "warmup_steps": 1, "start_ratio": 0.5, "decay_steps": 2, "min_ratio": 0.2"#,
      [0.5, 1, 1, 1, 1, 1, 1, 0.6, 0.2, 0.2]
    ),
    (
      #""total_steps": 8, "warmup_steps": 3, "start_ratio": 0.25, "decay_steps": 4"#,
      [0.25, 0.5, 0.75, 1, 1, 0.75, 0.5, 0.25, 0]
    ),
  ])
  func `rises, stays and falls along lines`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""total_steps": 9, "warmup_steps": 6, "decay_steps": 4"#, #"value at 9"#)
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
