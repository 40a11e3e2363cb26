import Testing

@testable import Schedules

@Suite struct NoamHoldTests {
  private static func json(_ members: String) -> String { #"{"type": "noam-hold", \#(members)}"# }

  @Test(arguments: [
    (#""warmup_steps": 4, "hold_steps": 2, "decay_rate": 1"#, [0, 0.25, 0.5, 0.75, 1, 1, 1, 0.8, 0.666667, 0.571429]),
    (
      #""warmup_steps": 4, "hold_steps": 2, "min_ratio": 0.6"#,
      [0, 0.25, 0.5, 0.75, 1, 1, 1, 0.894427, 0.816497, 0.755929, 0.707107, 0.666667, 0.632456, 0.603023, 0.6]
    ),
  ])
  func `holds the peak, and falls with a power of time`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""hold_steps": 2"#, #"param at "noam-hold""#),
    (#""warmup_steps": 2, "decay_rate": 0"#, #"value at 0"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
