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

  @Test func `names its phases`() throws {
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

@Suite struct InfiniteLRTests {
  private static func json(_ members: String) -> String { #"{"type": "infinite", \#(members)}"# }

  @Test(arguments: [
    (
      #""total_steps": 12, "warmup_steps": 2, "cooldown_steps": 4, "decay_steps": 3"#,
      [0, 0.5, 1, 0.926777, 0.75, 0.573223, 0.5, 0.5, 0.5, 0.5, 0.292402, 0.170998, 0.1, 0.1]
    ),
    (#""cooldown_steps": 4, "cooldown": "linear""#, [1, 0.875, 0.75, 0.625, 0.5, 0.5, 0.5, 0.5]),
    (#""cooldown_steps": 4, "cooldown": "inverse-sqrt""#, [1, 0.666797, 0.576406, 0.529697, 0.5, 0.5, 0.5, 0.5]),
  ])
  func `cools down to a constant, and anneals at last`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test func `needs no length of a run as long as it does not anneal`() throws {
    var endless = try Schedule(json: #"{"scheduler": {"type": "infinite", "cooldown_steps": 4}}"#)
    for _ in 0..<1000 { try endless.endStep() }
    #expect(endless.rate == 0.05)
  }

  @Test(arguments: [
    (#""total_steps": 9"#, #"param at "infinite""#),
    (#""total_steps": 9, "cooldown_steps": 5, "decay_steps": 5"#, #"value at 9"#),
    (#""cooldown_steps": 60, "decay_steps": 50"#, #"value at "infinite""#),
    (#""cooldown_steps": 5, "min_ratio": 0"#, #"value at 0"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}

@Suite struct DeepSeekMultiStepTests {
  private static func json(_ members: String) -> String { #"{"type": "deepseek-multistep", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 10, "warmup_steps": 2"#, [0, 0.5, 1, 1, 1, 1, 1, 1, 0.316, 0.1, 0.1]),
    (#""total_steps": 5, "fractions": [0.5], "ratios": [0.3]"#, [1, 1, 1, 0.3, 0.3, 0.3]),
    (#""total_steps": 4, "fractions": [], "ratios": []"#, [1, 1, 1, 1, 1]),
    (#""total_steps": 4, "warmup_steps": 3, "fractions": [0.5], "ratios": [0.3]"#, [0, 0.333333, 0.666667, 0.3, 0.3]),
  ])
  func `steps down at fractions of its total`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test func `names its steps by their ratios`() throws {
    let node = try Stepping(Self.json(#""total_steps": 100, "warmup_steps": 10"#)).node
    #expect(node.phases.map(\.label) == ["warm-up", "stable", "× 0.316", "× 0.1"])
    #expect(node.phases.map(\.start) == [0, 10, 80, 90])
    #expect(node.phases.map(\.motion) == [.moves, .jumps, .jumps, .jumps])
  }

  @Test(arguments: [
    (#""fractions": [0.5]"#, #"value at "deepseek-multistep""#),
    (#""fractions": [0.9, 0.8]"#, #"value at [0.9, 0.8]"#),
    (#""fractions": [0.5, 1.5]"#, #"value at [0.5, 1.5]"#),
    (#""ratios": [1]"#, #"value at [1]"#),
    (#""total_steps": 5, "warmup_steps": 6"#, #"value at 5"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}

@Suite struct DeepSeekV3Tests {
  private static func json(_ members: String) -> String { #"{"type": "deepseek-v3", \#(members)}"# }

  @Test(arguments: [
    (
      #""total_steps": 12, "warmup_steps": 2, "parts": [4, 4, 3, 1], "ratios": [0.1, 0.02]"#,
      [0, 0.5, 1, 1, 1, 0.868198, 0.55, 0.231802, 0.1, 0.1, 0.1, 0.02, 0.02, 0.02]
    ),
    (#""total_steps": 3, "parts": [0, 0, 1, 1]"#, [0.1, 0.1, 0.033182, 0.033182]),
  ])
  func `goes through its four parts`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test func `has the paper's parts unless given`() throws {
    let rates = try Stepping.rates(Self.json(#""total_steps": 148"#), count: 150)
    expect(
      [0, 99, 100, 121, 143, 145, 146, 147, 149].map { rates[$0] },
      near: [1, 1, 1, 0.566435, 0.1, 0.1, 0.033182, 0.033182, 0.033182])
  }

  @Test(arguments: [
    (#""parts": [1, 2, 3]"#, #"value at [1, 2, 3]"#),
    (#""parts": [0, 0, 0, 0]"#, #"value at [0, 0, 0, 0]"#),
    (#""ratios": [1]"#, #"value at [1]"#),
    (#""total_steps": 12, "warmup_steps": 5, "parts": [4, 4, 3, 1]"#, #"value at 5"#),
    (#""parts": [-1, 2, 2, 2]"#, #"value at [-1, 2, 2, 2]"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
