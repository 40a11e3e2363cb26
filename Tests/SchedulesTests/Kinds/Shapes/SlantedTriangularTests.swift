import Testing

@testable import Schedules

@Suite struct SlantedTriangularTests {
  private static func json(_ members: String) -> String { #"{"type": "slanted-triangular", \#(members)}"# }

  @Test(arguments: [
    (
      #""total_steps": 10, "cut_frac": 0.2"#,
      [0.03125, 0.515625, 1, 0.878906, 0.757812, 0.636719, 0.515625, 0.394531, 0.273438, 0.152344, 0.03125, 0.03125]
    ),
    (#""total_steps": 5, "ratio": 4"#, [1, 0.85, 0.7, 0.55, 0.4, 0.25, 0.25]),
  ])
  func `rises steeply and falls slowly`(members: String, printed: [Double]) throws {
    expect(try Stepping.rates(Self.json(members), count: printed.count), near: printed)
  }

  @Test(arguments: [
    (#""cut_frac": 1.0"#, #"value at 1.0"#),
    (#""ratio": 0.5"#, #"value at 0.5"#),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(Self.json(members)) == expected)
  }
}
