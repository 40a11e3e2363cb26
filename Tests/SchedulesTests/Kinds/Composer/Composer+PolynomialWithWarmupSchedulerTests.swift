import Testing

@testable import Schedules

@Suite struct ComposerPolynomialWithWarmupSchedulerTests {
  @Test func `warms up, and falls along a square`() throws {
    let json = #"{"type": "composer.PolynomialWithWarmupScheduler", "t_warmup": "2ba"}"#
    expect(try Stepping.rates(json, count: 7, runLength: 7), near: [0, 0, 0.5, 1, 0.64, 0.36, 0.16])
  }
}
