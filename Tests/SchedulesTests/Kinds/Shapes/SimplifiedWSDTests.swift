import Testing

@testable import Schedules

@Suite struct SimplifiedWSDTests {
  private static func json(_ members: String) -> String { #"{"type": "wsd-s", \#(members)}"# }

  @Test(arguments: [
    (
      #""total_steps": 12, "warmup_steps": 1, "cycles": 3, "decay_fraction": 0.5"#,
      [0, 1, 1, 0.181818, 1, 1, 1, 0.181818, 1, 1, 1, 0.181818, 0.1, 0.1]
    ),
    (
      #""total_steps": 10, "cycles": [4], "decay_fraction": 0.5, "decay": "linear", "min_ratio": 0"#,
      [1, 1, 1, 0.5, 1, 1, 1, 1, 0.666667, 0.333333, 0, 0]
    ),
    (
      #""total_steps": 10, "cycles": [4, 10, 20], "decay_fraction": 0.5, "decay": "linear", "min_ratio": 0"#,
      [1, 1, 1, 0.5, 1, 1, 1, 1, 0.666667, 0.333333, 0]
    ),
    (#""total_steps": 4, "cycles": 1, "decay_fraction": 0"#, [1, 1, 1, 1, 0.1]),
  ])
  func `comes down at the end of every cycle`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""total_steps": 9"#, #"param at "wsd-s""#),
    (#""cycles": 0"#, #"value at 0"#),
    (#""cycles": []"#, #"value at []"#),
    (#""cycles": [4, 4]"#, #"value at [4, 4]"#),
    (#""cycles": 10001"#, #"value at 10001"#),
    (#""cycles": 2, "min_ratio": 0"#, #"value at 0"#),
    (#""total_steps": 9, "warmup_steps": 9, "cycles": 2"#, #"value at 9"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
