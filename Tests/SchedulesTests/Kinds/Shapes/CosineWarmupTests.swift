import Testing

@testable import Schedules

@Suite struct CosineWarmupTests {
  private static func json(_ members: String) -> String { #"{"type": "cosine-warmup", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 8, "warmup_steps": 2"#, [0, 0.5, 1, 0.939711, 0.775, 0.55, 0.325, 0.160289, 0.1, 0.1]),
    (
      #""total_steps": 8, "warmup_steps": 2, "start_ratio": 0.25, "hold_steps": 2"#,
      [0.25, 0.625, 1, 1, 1, 0.868198, 0.55, 0.231802, 0.1, 0.1]
    ),
  ])
  func `warms up, holds, falls along a cosine and stays`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test func `takes the length of the run for its total`() throws {
    let rates = try Stepping.rates(Self.json(#""warmup_steps": 2"#), count: 10, runLength: 8)
    #expect(try rates == Stepping.rates(Self.json(#""warmup_steps": 2, "total_steps": 8"#), count: 10))
  }

  @Test func `is exactly the base rate at its peak, and exactly the ratio at its end`() throws {
    let rates = try Stepping.rates(
      Self.json(#""total_steps": 7, "warmup_steps": 3, "min_ratio": 0.3"#), count: 9, lr: 0.7)
    #expect(rates[3] == 0.7)
    #expect(rates[7] == 0.7 * 0.3 && rates[8] == rates[7])
  }

  @Test func `names its stretches`() throws {
    let node = try Stepping(Self.json(#""total_steps": 9, "warmup_steps": 2, "hold_steps": 3"#)).node
    #expect(node.phases.map(\.label) == ["warm-up", "hold", "decay", "end"])
    #expect(node.phases.map(\.start) == [0, 2, 5, 9])
  }

  @Test(arguments: [
    (#""total_steps": 5, "warmup_steps": 5"#, #"value at 5"#),
    (#""warmup_steps": 100"#, #"value at "cosine-warmup""#),
    (#""total_steps": 0"#, #"value at 0"#),
    (#""total_steps": 5, "min_ratio": 1.5"#, #"value at 1.5"#),
    (#""total_steps": 5, "warmup_steps": 2, "hold_steps": 3"#, #"value at 5"#),
  ])
  func `refuses what leaves no room to fall`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
