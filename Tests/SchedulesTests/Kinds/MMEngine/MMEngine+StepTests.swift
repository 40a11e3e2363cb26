import Testing

@testable import Schedules

@Suite struct MMEngineStepTests {
  @Test func `drops in its window, counted from its begin`() throws {
    let json = #"{"type": "mmengine.StepLR", "step_size": 2, "gamma": 0.5, "begin": 1, "end": 6}"#
    #expect(try Stepping.rates(json, count: 9) == [1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25])
  }

  @Test func `refuses a size of nothing when it comes to it`() {
    let json = #"{"type": "mmengine.StepLR", "step_size": 0}"#
    #expect(refusal(json) == "nothing")
    #expect(refusal(json, steps: 1) == #"run at "mmengine.StepLR""#)
  }
}
