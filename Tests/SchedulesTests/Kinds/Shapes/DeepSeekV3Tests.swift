import Testing

@testable import Schedules

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
