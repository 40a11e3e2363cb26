import Testing

@testable import Schedules

@Suite struct PaddleCosineAnnealingDecayTests {
  @Test func `falls along a half cosine, and climbs back`() throws {
    let json = #"{"type": "paddle.CosineAnnealingDecay", "T_max": 4, "eta_min": 0.1}"#
    expect(try Stepping.rates(json, count: 7), near: [1, 0.868198, 0.55, 0.231802, 0.1, 0.231802, 0.55])
  }

  @Test func `begins from the base rate in a sequence`() throws {
    let json = #"""
      {"type": "SequentialLR", "milestones": [2], "schedulers": [{"type": "LinearLR", "start_factor": 0.5, "total_iters": 2},
       {"type": "paddle.cosine", "T_max": 2}]}
      """#
    expect(try Stepping.rates(json, count: 5), near: [0.5, 0.75, 1, 0.5, 0])
  }

  @Test func `refuses no length`() {
    #expect(refusal(#"{"type": "paddle.CosineAnnealingDecay", "T_max": 0}"#) == "value at 0")
  }
}
