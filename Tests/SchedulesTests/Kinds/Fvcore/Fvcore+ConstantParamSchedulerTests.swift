import Testing

@testable import Schedules

@Suite struct FvcoreConstantParamSchedulerTests {
  @Test func `has one value, whatever the base rate, and ends with the training`() throws {
    let json = #"{"type": "fvcore.ConstantParamScheduler", "value": 0.5, "max_iter": 3}"#
    #expect(try Stepping.rates(json, count: 3) == [0.5, 0.5, 0.5])
    #expect(refusal(json, steps: 3) == "run at \"fvcore.ConstantParamScheduler\"")
  }
}
