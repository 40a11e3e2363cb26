import Testing

@testable import Schedules

@Suite struct MultiStepLRSchedulerTests {
  private func rates(_ parameters: String, count: Int) throws -> [Double] {
    try Stepping.rates(#"{"type": "timm.MultiStepLRScheduler", "decay_rate": 0.5, \#(parameters)}"#, count: count)
  }

  @Test func `drops one step before each milestone`() throws {
    expect(try rates(#""decay_t": [4, 8]"#, count: 8), near: [1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.25])
  }

  @Test func `counts from the end of its warm-up`() throws {
    expect(try rates(#""decay_t": [2], "warmup_t": 2"#, count: 5), near: [0, 0.5, 1, 0.5, 0.5])
  }

  @Test func `is the base rate at first, whatever milestones say`() throws {
    expect(try rates(#""decay_t": [0, 1, 2]"#, count: 3), near: [1, 0.125, 0.125])
  }

  @Test func `is half as long again as its last milestone, after the warm-up`() throws {
    let stepping = try Stepping(#"{"type": "timm.multistep", "decay_t": [30, 61], "warmup_t": 5}"#)
    #expect(stepping.node.scheduler.length == 97)
    #expect(refusal(#"{"type": "timm.multistep", "decay_t": 30}"#) == "value at 30")
  }
}
