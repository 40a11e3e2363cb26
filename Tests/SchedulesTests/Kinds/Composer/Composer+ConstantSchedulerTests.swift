import Testing

@testable import Schedules

@Suite struct ComposerConstantSchedulerTests {
  @Test func `lets go of its factor a batch after t_max`() throws {
    let json = #"{"type": "composer.ConstantScheduler", "alpha": 0.5, "t_max": "3ba"}"#
    expect(try Stepping.rates(json, count: 6), near: [0.5, 0.5, 0.5, 0.5, 1, 1])
  }

  @Test func `does nothing by itself`() throws {
    let json = #"{"type": "composer.ConstantScheduler"}"#
    expect(try Stepping.rates(json, count: 3), near: [1, 1, 1])
  }
}
