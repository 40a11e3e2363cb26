import Testing

@testable import Schedules

@Suite struct ComposerPolynomialSchedulerTests {
  @Test func `falls along a square, and holds`() throws {
    let json = #"{"type": "composer.PolynomialScheduler", "power": 2, "t_max": "4ba"}"#
    expect(try Stepping.rates(json, count: 7), near: [1, 1, 0.5625, 0.25, 0.0625, 0, 0])
  }

  @Test func `needs a power`() throws {
    #expect(refusal(#"{"type": "composer.PolynomialScheduler"}"#) == #"param at "composer.PolynomialScheduler""#)
  }
}
