import Testing

@testable import Schedules

@Suite struct PaddlePiecewiseDecayTests {
  @Test func `changes at a boundary itself`() throws {
    let json = #"{"type": "paddle.PiecewiseDecay", "boundaries": [2, 4], "values": [1, 0.5, 0.1]}"#
    #expect(try Stepping.rates(json, count: 6) == [1, 1, 0.5, 0.5, 0.1, 0.1])
  }

  @Test(arguments: [
    (#""boundaries": [], "values": [1]"#, "value at []"), (#""boundaries": [2], "values": [1]"#, "value at [1]"),
  ])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "paddle.PiecewiseDecay", \#(parameters)}"#) == expected)
  }
}
