import Testing

@testable import Schedules

@Suite struct ComposerCosineAnnealingWarmRestartsSchedulerTests {
  @Test func `restarts in cycles that grow`() throws {
    let json = #"{"type": "composer.CosineAnnealingWarmRestartsScheduler", "t_0": "2ba", "t_mult": 2}"#
    expect(try Stepping.rates(json, count: 8), near: [1, 1, 0.5, 1, 0.853553, 0.5, 0.146447, 1])
  }

  @Test func `refuses cycles that shrink to nothing within the run`() throws {
    #expect(
      refusal(#"{"type": "composer.warm-restarts", "t_0": "2ba", "t_mult": 0.5}"#, steps: 8)
        == #"run at "composer.warm-restarts""#)
  }

  @Test func `refuses a first cycle of nothing`() throws {
    #expect(refusal(#"{"type": "composer.warm-restarts", "t_0": "0ba"}"#) == #"value at "0ba""#)
    #expect(refusal(#"{"type": "composer.warm-restarts", "t_0": "2ba", "t_mult": -1}"#) == #"value at -1"#)
  }
}
