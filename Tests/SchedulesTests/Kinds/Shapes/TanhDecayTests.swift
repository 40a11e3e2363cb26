import Testing

@testable import Schedules

@Suite struct TanhDecayTests {
  private static func json(_ members: String) -> String { #"{"type": "tanh", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 4"#, [0.999994, 0.999447, 0.952574, 0.182426, 0.002473, 0.002473]),
    (
      #""total_steps": 4, "lower": -7, "upper": 3, "min_ratio": 0.1"#,
      [0.999999, 0.999889, 0.983812, 0.342047, 0.102225, 0.102225]
    ),
  ])
  func `falls along a hyperbolic tangent`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""total_steps": 5, "warmup_steps": 5"#, #"value at 5"#),
    (#""warmup_steps": 100"#, #"value at "tanh""#),
    (#""total_steps": 0"#, #"value at 0"#),
    (#""total_steps": 5, "min_ratio": 1.5"#, #"value at 1.5"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
