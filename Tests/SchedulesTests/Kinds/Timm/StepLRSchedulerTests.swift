import Testing

@testable import Schedules

@Suite struct StepLRSchedulerTests {
  private func rates(_ parameters: String, count: Int) throws -> [Double] {
    try Stepping.rates(#"{"type": "timm.StepLRScheduler", \#(parameters)}"#, count: count)
  }

  @Test func `drops at equal distances after its warm-up`() throws {
    expect(try rates(#""decay_t": 2, "decay_rate": 0.5"#, count: 5), near: [1, 1, 0.5, 0.5, 0.25])
    expect(
      try rates(#""decay_t": 2, "decay_rate": 0.5, "warmup_t": 2"#, count: 6), near: [0, 0.5, 1, 1, 0.5, 0.5])
    expect(
      try rates(#""decay_t": 2, "decay_rate": 0.5, "warmup_t": 2, "warmup_prefix": false"#, count: 5),
      near: [0, 0.5, 0.5, 0.5, 0.25])
  }

  @Test func `drops nothing by default, and between steps where it is told to`() throws {
    #expect(try rates(#""decay_t": 2"#, count: 5) == [1, 1, 1, 1, 1])
    expect(try rates(#""decay_t": 1.5, "decay_rate": 0.5"#, count: 5), near: [1, 1, 0.5, 0.25, 0.25])
  }

  @Test func `is drawn as steps, but for its warm-up`() throws {
    #expect(try Stepping(#"{"type": "timm.step", "decay_t": 2}"#).node.scheduler.motion == .jumps)
    let phases = try Stepping(#"{"type": "timm.step", "decay_t": 2, "warmup_t": 3}"#).node.phases
    #expect(phases.map(\.motion) == [.moves, .jumps])
  }

  @Test func `of no distance is refused when it is stepped`() {
    #expect(refusal(#"{"type": "timm.step", "decay_t": 0}"#) == "nothing")
    #expect(refusal(#"{"type": "timm.step", "decay_t": 0}"#, steps: 1) == #"run at "timm.step""#)
  }
}
