import Testing

@testable import Schedules

@Suite struct PaddleMultiStepDecayTests {
  @Test func `drops at each milestone`() throws {
    let json = #"{"type": "paddle.MultiStepDecay", "milestones": [2, 4], "gamma": 0.5}"#
    #expect(try Stepping.rates(json, count: 6) == [1, 1, 0.5, 0.5, 0.25, 0.25])
  }

  @Test func `goes on after the last epoch of a run that is resumed`() throws {
    let json = #"{"type": "paddle.MultiStepDecay", "milestones": [2, 4], "gamma": 0.5, "last_epoch": 2}"#
    #expect(try Stepping.rates(json, count: 3) == [0.5, 0.25, 0.25])
  }

  @Test func `refuses milestones that do not increase`() {
    #expect(refusal(#"{"type": "paddle.MultiStepDecay", "milestones": [4, 4]}"#) == "value at [4, 4]")
  }
}
