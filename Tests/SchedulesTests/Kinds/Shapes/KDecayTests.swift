import Testing

@testable import Schedules

@Suite struct KDecayTests {
  private static func json(_ members: String) -> String { #"{"type": "k-decay", \#(members)}"# }

  @Test(arguments: [
    (#""total_steps": 4, "k": 1.5"#, [1, 0.96194, 0.722008, 0.273678, 0, 0]),
    (
      #""total_steps": 6, "warmup_steps": 2, "k": 2, "min_ratio": 0.1"#,
      [0, 0.5, 1, 0.991353, 0.868198, 0.462209, 0.1, 0.1]
    ),
  ])
  func `falls along a cosine of a power of the progress`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""total_steps": 5"#, #"param at "k-decay""#),
    (#""k": 0"#, #"value at 0"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
