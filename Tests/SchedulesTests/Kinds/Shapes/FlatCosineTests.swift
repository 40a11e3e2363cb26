import Testing

@testable import Schedules

@Suite struct FlatCosineTests {
  private static func json(_ members: String) -> String { #"{"type": "flat-cosine", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 8"#, [1, 1, 1, 1, 1, 1, 1, 0.5, 0, 0]),
    (
      #""total_steps": 8, "warmup_steps": 2, "flat_fraction": 0.5, "min_ratio": 0.2"#,
      [0, 0.5, 1, 1, 1, 0.882843, 0.6, 0.317157, 0.2, 0.2]
    ),
    (
      #""total_steps": 8, "warmup_steps": 4, "flat_fraction": 0.25"#,
      [0, 0.25, 0.5, 0.75, 1, 0.853553, 0.5, 0.146447, 0]
    ),
  ])
  func `stays, and falls in the last quarter`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""total_steps": 5, "warmup_steps": 5"#, #"value at 5"#),
    (#""warmup_steps": 100"#, #"value at "flat-cosine""#),
    (#""total_steps": 0"#, #"value at 0"#),
    (#""total_steps": 5, "min_ratio": 1.5"#, #"value at 1.5"#),
    (#""total_steps": 5, "flat_fraction": 1.0"#, #"value at 1.0"#),
    (#""total_steps": 2, "flat_fraction": 0.9"#, #"value at 2"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
