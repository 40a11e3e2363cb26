import Testing

@testable import Schedules

@Suite struct ComposerCosineAnnealingSchedulerTests {
  @Test func `falls along half a cosine, and holds`() throws {
    let json = #"{"type": "composer.CosineAnnealingScheduler", "t_max": "4ba", "alpha_f": 0.1}"#
    expect(try Stepping.rates(json, count: 7), near: [1, 1, 0.868198, 0.55, 0.231802, 0.1, 0.1])
  }

  @Test func `begins at its own start within a sequence, over the stretch that it has`() throws {
    let json = #"""
      {"type": "SequentialLR", "milestones": [2], "schedulers": [{"type": "ConstantLR", "factor": 0.5, "total_iters": 9},
       {"type": "composer.CosineAnnealingScheduler"}]}
      """#
    expect(try Stepping.rates(json, count: 6, runLength: 6), near: [0.5, 0.5, 1, 1, 0.853553, 0.5])
  }
}
