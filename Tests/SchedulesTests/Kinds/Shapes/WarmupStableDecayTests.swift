import Testing

@testable import Schedules

@Suite struct WarmupStableDecayTests {
  private static func json(_ members: String) -> String { #"{"type": "wsd", \#(members)}"# }

  @Test(arguments: [
    (
      #""total_steps": 9, "warmup_steps": 2, "decay_steps": 4, "min_ratio": 0.1, "decay": "linear""#,
      [0, 0.5, 1, 1, 1, 1, 0.775, 0.55, 0.325, 0.1, 0.1]
    ),
    (
      #""total_steps": 9, "warmup_steps": 2, "decay_steps": 4, "min_ratio": 0.1, "decay": "cosine""#,
      [0, 0.5, 1, 1, 1, 1, 0.868198, 0.55, 0.231802, 0.1, 0.1]
    ),
    (
      #""total_steps": 9, "warmup_steps": 2, "decay_steps": 4, "min_ratio": 0.1, "decay": "mirror-cosine""#,
      [0, 0.5, 1, 1, 1, 1, 0.681802, 0.55, 0.418198, 0.1, 0.1]
    ),
    (
      #""total_steps": 9, "warmup_steps": 2, "decay_steps": 4, "min_ratio": 0.1, "decay": "1-sqrt""#,
      [0, 0.5, 1, 1, 1, 1, 0.55, 0.363604, 0.220577, 0.1, 0.1]
    ),
    (
      #""total_steps": 9, "warmup_steps": 2, "decay_steps": 4, "min_ratio": 0.1, "decay": "square""#,
      [0, 0.5, 1, 1, 1, 1, 0.94375, 0.775, 0.49375, 0.1, 0.1]
    ),
    (
      #""total_steps": 9, "warmup_steps": 2, "decay_steps": 4, "min_ratio": 0.1, "decay": "exponential""#,
      [0, 0.5, 1, 1, 1, 1, 0.562341, 0.316228, 0.177828, 0.1, 0.1]
    ),
    (
      #""total_steps": 9, "warmup_steps": 2, "decay_steps": 4, "min_ratio": 0.1, "decay": "inverse""#,
      [0, 0.5, 1, 1, 1, 1, 0.307692, 0.181818, 0.129032, 0.1, 0.1]
    ),
    (#""total_steps": 20"#, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.292893, 0, 0]),
    (#""total_steps": 3, "decay_steps": 0, "min_ratio": 0.5"#, [1, 1, 1, 0.5, 0.5]),
    (#""total_steps": 4, "warmup_steps": 2, "decay_steps": 2, "decay": "linear""#, [0, 0.5, 1, 0.5, 0, 0]),
  ])
  func `comes down in every way that it knows`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test func `names its stretches`() throws {
    let node = try Stepping(Self.json(#""total_steps": 9, "warmup_steps": 2, "decay_steps": 4"#)).node
    #expect(node.phases.map(\.label) == ["warm-up", "stable", "decay", "end"])
    #expect(node.phases.map(\.start) == [0, 2, 5, 9])
  }

  @Test(arguments: [
    (#""total_steps": 9, "warmup_steps": 6, "decay_steps": 4"#, #"value at 9"#),
    (#""total_steps": 9, "decay": "exponential""#, #"value at "wsd""#),
    (#""total_steps": 9, "decay": "inverse", "min_ratio": 0"#, #"value at 0"#),
    (#""total_steps": 9, "decay": "sqrt""#, #"value at "sqrt""#),
    (#""warmup_steps": 99"#, #"value at "wsd""#),
    (#""decay_steps": -1"#, #"value at -1"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
