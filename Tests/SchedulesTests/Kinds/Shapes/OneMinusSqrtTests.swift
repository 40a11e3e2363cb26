import Testing

@testable import Schedules

@Suite struct OneMinusSqrtTests {
  private static func json(_ members: String) -> String { #"{"type": "one-minus-sqrt", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 4"#, [1, 0.5, 0.292893, 0.133975, 0, 0]),
    (#""total_steps": 6, "warmup_steps": 2, "min_ratio": 0.2"#, [0, 0.5, 1, 0.6, 0.434315, 0.30718, 0.2, 0.2]),
  ])
  func `falls fast, then slower`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""total_steps": 5, "warmup_steps": 5"#, #"value at 5"#),
    (#""warmup_steps": 100"#, #"value at "one-minus-sqrt""#),
    (#""total_steps": 0"#, #"value at 0"#),
    (#""total_steps": 5, "min_ratio": 1.5"#, #"value at 1.5"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
