import Testing

@testable import Schedules

@Suite struct MXNetCosineSchedulerTests {
  @Test func `warms up, falls along a half cosine, and holds`() throws {
    let json = #"{"type": "mxnet.CosineScheduler", "max_update": 6, "warmup_steps": 2, "final_lr": 0.1}"#
    expect(try Stepping.rates(json, count: 8), near: [0, 0.5, 1, 0.868198, 0.55, 0.231802, 0.1, 0.1])
  }
}
