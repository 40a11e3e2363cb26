import Testing

@testable import Schedules

@Suite struct HyperbolicLRTests {
  private static func json(_ members: String) -> String { #"{"type": "hyperbolic", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 4, "upper_bound": 5, "min_ratio": 0.1"#, [1, 0.815321, 0.627301, 0.429953, 0.118184, 0.118184]),
    (
      #""total_steps": 6, "warmup_steps": 2, "upper_bound": 4, "min_ratio": 0.1"#,
      [0, 0.5, 1, 0.775, 0.55, 0.325, 0.1, 0.1]
    ),
  ])
  func `falls along a hyperbola`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""total_steps": 5, "upper_bound": 4"#, #"value at 4"#),
    (#""upper_bound": 99"#, "value at 99"),
    (#""total_steps": 5"#, #"param at "hyperbolic""#),
    (#""total_steps": 5, "warmup_steps": 5, "upper_bound": 9"#, #"value at 5"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
