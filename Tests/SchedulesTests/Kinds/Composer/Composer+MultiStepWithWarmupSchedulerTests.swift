import Testing

@testable import Schedules

@Suite struct ComposerMultiStepWithWarmupSchedulerTests {
  @Test func `makes up for milestones in the warm-up at its end`() throws {
    let json =
      #"{"type": "composer.MultiStepWithWarmupScheduler", "t_warmup": "2ba", "milestones": ["1ba", "4ba"], "gamma": 0.5}"#
    expect(try Stepping.rates(json, count: 7), near: [0, 0, 0.5, 0.5, 0.5, 0.25, 0.25])
  }

  @Test func `names the warm-up and what follows`() throws {
    let json = #"{"type": "composer.multistep-warmup", "t_warmup": "5ep", "milestones": []}"#
    #expect(try Stepping(json).node.scheduler.phases.map(\.start) == [0, 6])
  }
}
