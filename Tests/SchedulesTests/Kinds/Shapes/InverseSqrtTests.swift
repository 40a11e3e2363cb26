import Testing

@testable import Schedules

@Suite struct InverseSqrtTests {
  private static func json(_ members: String) -> String { #"{"type": "inverse-sqrt", \#(members)}"# }

  @Test(arguments: [
    (#""warmup_steps": 4"#, [0, 0.25, 0.5, 0.75, 1, 0.894427, 0.816497, 0.755929, 0.707107, 0.666667]),
    (#""hold_steps": 3, "timescale": 4"#, [1, 1, 1, 1, 0.894427, 0.816497, 0.755929, 0.707107]),
    (
      #""total_steps": 12, "warmup_steps": 3, "decay_steps": 4, "min_ratio": 0.1"#,
      [
        0, 0.333333, 0.666667, 1, 0.866025, 0.774597, 0.707107, 0.654654, 0.612372, 0.484279, 0.356186, 0.228093, 0.1,
        0.1,
      ]
    ),
    (#""warmup_steps": 2, "min_ratio": 0.8"#, [0, 0.5, 1, 0.816497, 0.8, 0.8]),
  ])
  func `falls with the inverse root of time`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test func `has T5's timescale without a warm-up`() throws {
    let rates = try Stepping.rates(Self.json(#""hold_steps": 10000"#), count: 40_001, lr: 0.01)
    #expect(rates[10_000] == 0.01 && rates[40_000] == 0.005)
  }

  @Test(arguments: [
    (#""timescale": 0.5"#, #"value at 0.5"#),
    (#""total_steps": 9, "warmup_steps": 6, "decay_steps": 4"#, #"value at 9"#),
    (#""warmup_steps": 99, "decay_steps": 2"#, #"value at "inverse-sqrt""#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
