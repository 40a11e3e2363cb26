import Testing

@testable import Schedules

@Suite struct ComposerLinearWithWarmupSchedulerTests {
  @Test func `warms up to the first factor, and moves to the last`() throws {
    let json = #"{"type": "composer.LinearWithWarmupScheduler", "t_warmup": "2ba", "alpha_f": 0.5}"#
    expect(try Stepping.rates(json, count: 7, runLength: 7), near: [0, 0, 0.5, 1, 0.9, 0.8, 0.7])
  }

  @Test func `has a ramp that may be scaled, but not the end of the warm-up`() throws {
    let json = #"{"type": "composer.LinearWithWarmupScheduler", "t_warmup": "4ba", "scale_schedule_ratio": 0.5}"#
    expect(try Stepping.rates(json, count: 7, runLength: 7), near: [0, 0, 0.25, 0.5, 0.75, 1, 0.666667])
    let scaled =
      #"{"type": "composer.LinearWithWarmupScheduler", "t_warmup": "4ba", "scale_schedule_ratio": 0.5, "scale_warmup": true}"#
    expect(try Stepping.rates(scaled, count: 7, runLength: 7), near: [0, 0, 0.5, 1, 1, 1, 0.666667])
  }
}
