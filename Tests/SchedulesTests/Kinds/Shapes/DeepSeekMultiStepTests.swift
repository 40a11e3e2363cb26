import Testing

@testable import Schedules

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
