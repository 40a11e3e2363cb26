import Testing

@testable import Schedules

@Suite struct FvcoreStepParamSchedulerTests {
  @Test func `has equal stretches, whatever num_updates is`() throws {
    let json = #"{"type": "fvcore.step", "num_updates": 99, "values": [1, 0.5, 0.1], "max_iter": 6}"#
    #expect(try Stepping.rates(json, count: 6) == [1, 1, 0.5, 0.5, 0.1, 0.1])
    #expect(refusal(json, steps: 6) == "run at \"fvcore.step\"")
  }

  @Test(arguments: [
    (#""num_updates": 0, "values": [1]"#, "value at 0"), (#""num_updates": 1, "values": []"#, "value at []"),
    (#""values": [1]"#, #"param at "fvcore.step""#),
  ])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "fvcore.step", \#(parameters)}"#) == expected)
  }
}
