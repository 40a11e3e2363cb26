import Testing

@testable import Schedules

@Suite struct MMEngineCosineAnnealingTests {
  @Test func `after a linear warm-up ends one step short of its floor, and holds`() throws {
    let chain = #"""
      {"epochs": 13, "optimizer": {"lr": 1}, "scheduler": [{"type": "mmengine.LinearLR", "start_factor": 0.2, "end": 4},
       {"type": "mmengine.CosineAnnealingLR", "eta_min": 0.1, "begin": 4, "end": 10}]}
      """#
    var schedule = try Schedule(json: chain)
    var rates = [schedule.optimizer.groups[0].lr]
    for _ in 1..<13 {
      try schedule.step()
      rates.append(schedule.optimizer.groups[0].lr)
    }
    let fall = [1, 0.939711, 0.775, 0.55, 0.325, 0.160289, 0.160289, 0.160289, 0.160289]
    expect(rates, near: [0.2, 0.466667, 0.733333, 1] + fall)
  }

  @Test func `takes the run's end for its own, and 0 for no T_max`() throws {
    let json = #"{"type": "mmengine.CosineAnnealingLR", "T_max": 0, "eta_min_ratio": 0.1}"#
    expect(try Stepping.rates(json, count: 5, runLength: 4), near: [1, 0.868198, 0.55, 0.231802, 0.231802])
  }

  @Test func `refuses two floors`() {
    let json = #"{"type": "mmengine.CosineAnnealingLR", "eta_min": 0, "eta_min_ratio": 0.1}"#
    #expect(refusal(json) == "param at 0.1")
  }
}
