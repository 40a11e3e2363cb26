import Testing

@testable import Schedules

@Suite struct PaddleLinearLRTests {
  @Test func `moves a factor, then leaves it`() throws {
    let json = #"{"type": "paddle.LinearLR", "total_steps": 3, "start_factor": 0.25}"#
    expect(try Stepping.rates(json, count: 5), near: [0.25, 0.5, 0.75, 1, 1])
  }

  @Test(arguments: [(#""total_steps": 0"#, "value at 0"), (#""total_steps": 3, "start_factor": 0"#, "value at 0")])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "paddle.LinearLR", \#(parameters)}"#) == expected)
  }
}
