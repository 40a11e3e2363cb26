import Testing

@testable import Schedules

@Suite struct ComposerCosineAnnealingWithWarmupSchedulerTests {
  @Test func `warms up, and falls along half a cosine`() throws {
    let json = #"{"type": "composer.CosineAnnealingWithWarmupScheduler", "t_warmup": "0.25dur", "alpha_f": 0.1}"#
    expect(try Stepping.rates(json, count: 8, runLength: 8), near: [0, 0, 0.5, 1, 0.939711, 0.775, 0.55, 0.325])
  }

  @Test func `refuses to end before the training`() throws {
    let json = #"{"type": "composer.cosine-warmup", "t_warmup": "1ba", "t_max": "5ba"}"#
    #expect(refusal(json) == #"value at "5ba""#)
  }

  @Test func `needs a warm-up`() throws {
    #expect(refusal(#"{"type": "composer.cosine-warmup"}"#) == #"param at "composer.cosine-warmup""#)
  }
}
