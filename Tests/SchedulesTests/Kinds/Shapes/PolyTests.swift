import Testing

@testable import Schedules

@Suite struct PolyTests {
  private static func json(_ members: String) -> String { #"{"type": "poly", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 4"#, [1, 0.77189, 0.535887, 0.287175, 0, 0]),
    (
      #""total_steps": 6, "warmup_steps": 2, "power": 2, "min_ratio": 0.1"#,
      [0, 0.5, 1, 0.60625, 0.325, 0.15625, 0.1, 0.1]
    ),
  ])
  func `falls along a power of what is left`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""total_steps": 5, "warmup_steps": 5"#, #"value at 5"#),
    (#""warmup_steps": 100"#, #"value at "poly""#),
    (#""total_steps": 0"#, #"value at 0"#),
    (#""total_steps": 5, "min_ratio": 1.5"#, #"value at 1.5"#),
    (#""power": 0"#, #"value at 0"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
