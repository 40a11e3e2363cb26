import Testing

@testable import Schedules

@Suite struct ExpHyperbolicLRTests {
  private static func json(_ members: String) -> String { #"{"type": "exp-hyperbolic", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 4, "upper_bound": 5, "min_ratio": 0.01"#, [1, 0.388688, 0.148518, 0.054104, 0.010975, 0.010975]),
    (#""total_steps": 4, "upper_bound": 4, "min_ratio": 0.01"#, [1, 0.316228, 0.1, 0.031623, 0.01, 0.01]),
  ])
  func `falls along a hyperbola in its logarithm`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""total_steps": 5, "upper_bound": 4, "min_ratio": 0.1"#, #"value at 4"#),
    (#""upper_bound": 200, "min_ratio": 0"#, #"value at 0"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
