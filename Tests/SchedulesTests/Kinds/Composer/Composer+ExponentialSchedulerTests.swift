import Testing

@testable import Schedules

@Suite struct ComposerExponentialSchedulerTests {
  @Test func `decays within the epoch`() throws {
    let json = #"""
      {"epochs": 3, "steps_per_epoch": 2, "optimizer": {"lr": 1},
       "scheduler": {"type": "composer.ExponentialScheduler", "gamma": 0.25}}
      """#
    expect(try fileRates(json), near: [1, 1, 0.5, 0.25, 0.125, 0.0625])
  }

  @Test func `refuses to take a root of a negative number`() throws {
    #expect(
      refusal(#"{"type": "composer.exponential", "gamma": -1, "decay_period": "2ba"}"#, steps: 2)
        == #"run at "composer.exponential""#)
  }
}
