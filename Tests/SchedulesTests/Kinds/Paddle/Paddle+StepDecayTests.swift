import Testing

@testable import Schedules

@Suite struct PaddleStepDecayTests {
  @Test func `drops every so many steps`() throws {
    let json = #"{"type": "paddle.StepDecay", "step_size": 2, "gamma": 0.5}"#
    #expect(try Stepping.rates(json, count: 5) == [1, 1, 0.5, 0.5, 0.25])
    #expect(try spec(#"{"epochs": 2, "scheduler": \#(json)}"#).plans[0].nodes[0].interval == .step)
  }
}
