import Testing

@testable import Schedules

@Suite struct ComposerMultiStepSchedulerTests {
  @Test func `drops a batch after each milestone, twice at one named twice`() throws {
    let json = #"{"type": "composer.MultiStepScheduler", "milestones": ["2ba", "0.5dur", "2ba"], "gamma": 0.5}"#
    expect(try Stepping.rates(json, count: 8, runLength: 8), near: [1, 1, 1, 0.25, 0.25, 0.125, 0.125, 0.125])
  }

  @Test func `is half as long again as its last milestone, in epochs`() throws {
    let json = #"{"type": "composer.multistep", "milestones": ["30ep", "20ep"]}"#
    #expect(try Stepping(json).node.scheduler.lengthInEpochs == 45)
  }
}
