import Testing

@testable import Schedules

@Suite struct PowerSchedulerTests {
  private static func json(_ members: String) -> String { #"{"type": "power", \#(members)}"# }

  @Test(arguments: [
    (
      #""sequences_per_step": 8, "sequence_length": 1024, "warmup_steps": 4"#,
      [0, 0.045805, 0.091609, 0.137414, 0.183218, 0.16351]
    )
  ])
  func `warms up to where the power law stands`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test func `is a power of the tokens below the base rate`() throws {
    let rates = try Stepping.rates(
      Self.json(#""sequences_per_step": 8, "sequence_length": 1024"#), count: 1001, lr: 0.02)
    // 8 · 4.6 · (t · 8192)^−0.51
    #expect(rates[0] == 0.02 && rates[11] == 0.02)
    #expect(abs(rates[1000] / 0.010965260343921637 - 1) < 1e-14)
  }

  @Test func `comes down from wherever it is`() throws {
    let json = Self.json(
      #""sequences_per_step": 8, "sequence_length": 1024, "total_steps": 1004, "decay_steps": 4, "min_ratio": 0.01"#)
    let rates = try Stepping.rates(json, count: 1006, lr: 0.02)
    for (step, part) in [(1000, 1), (1001, 0.316227766), (1002, 0.1), (1003, 0.0316227766), (1004, 0.01), (1005, 0.01)]
    {
      #expect(abs(rates[step] / 0.010965260343921637 / part - 1) < 1e-9)
    }
  }

  @Test(arguments: [
    (#""total_steps": 9"#, #"param at "power""#),
    (#""sequences_per_step": 8, "exponent": 1"#, #"value at 1"#),
    (#""sequences_per_step": 8, "min_ratio": 0"#, #"value at 0"#),
    (#""sequences_per_step": 8, "total_steps": 9, "warmup_steps": 6, "decay_steps": 4"#, #"value at 9"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
