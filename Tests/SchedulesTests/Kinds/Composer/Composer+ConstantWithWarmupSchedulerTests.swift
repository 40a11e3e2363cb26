import Testing

@testable import Schedules

@Suite struct ComposerConstantWithWarmupSchedulerTests {
  @Test func `warms up to its factor, and stays`() throws {
    let json = #"{"type": "composer.ConstantWithWarmupScheduler", "t_warmup": "2ba", "alpha": 0.5}"#
    expect(try Stepping.rates(json, count: 5), near: [0, 0, 0.25, 0.5, 0.5])
  }
}
