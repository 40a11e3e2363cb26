import Testing

@testable import Schedules

@Suite struct MXNetPolySchedulerTests {
  @Test func `warms up, falls along a square, and holds`() throws {
    let json = #"{"type": "mxnet.PolyScheduler", "max_update": 6, "warmup_steps": 2, "final_lr": 0.2}"#
    expect(try Stepping.rates(json, count: 8), near: [0, 0.5, 1, 0.65, 0.4, 0.25, 0.2, 0.2])
  }

  @Test func `keeps the peak of a warm-up beyond its end`() throws {
    let json = #"{"type": "mxnet.poly", "max_update": 1, "warmup_steps": 2}"#
    #expect(try Stepping.rates(json, count: 4) == [0, 0.5, 1, 1])
  }

  @Test func `refuses a warm-up up to its end`() {
    #expect(
      refusal(#"{"type": "mxnet.poly", "max_update": 2, "warmup_steps": 2}"#, steps: 2) == #"run at "mxnet.poly""#)
  }
}
