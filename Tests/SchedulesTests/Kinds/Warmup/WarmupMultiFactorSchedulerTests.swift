import Testing

@testable import Schedules

@Suite struct WarmupMultiFactorSchedulerTests {
  private func json(_ members: String) -> String { #"{"type": "WarmupMultiFactorScheduler", \#(members)}"# }

  @Test func `rises from zero in proportion to the iteration, by default`() throws {
    let rates = try Stepping.rates(json(#""milestones": [6, 8], "warmup_iters": 4"#), count: 9)
    #expect(rates == [0, 0.25, 0.5, 0.75, 1, 1, 0.1, 0.1, 0.1 * 0.1])
  }

  @Test func `rises from a part of the base rate`() throws {
    let node = json(#""milestones": [6], "gamma": 0.5, "warmup_iters": 4, "warmup_factor": 0.5"#)
    #expect(try Stepping.rates(node, count: 7) == [0.5, 0.625, 0.75, 0.875, 1, 1, 0.5])
  }

  @Test func `drops every so many iterations after the warm-up`() throws {
    let node = json(#""step_iters": 2, "gamma": 0.5, "warmup_iters": 3"#)
    #expect(try Stepping.rates(node, count: 8, lr: 3) == [0, 1, 2, 3, 3, 1.5, 1.5, 0.75])
  }

  @Test func `counts milestones within the warm-up, too`() throws {
    let node = json(#""milestones": [1, 2], "gamma": 0.5, "warmup_iters": 4"#)
    #expect(try Stepping.rates(node, count: 6) == [0, 0.125, 0.125, 0.1875, 0.25, 0.25])
  }

  @Test func `is stepped at each step`() throws {
    #expect(try Stepping(json(#""step_iters": 2, "warmup_iters": 0"#)).node.scheduler.interval == .step)
  }

  @Test(arguments: [
    (#""warmup_iters": 3"#, #"param at "WarmupMultiFactorScheduler""#),
    (#""warmup_iters": 3, "step_iters": 2, "milestones": [2]"#, "param at 2"),
    (#""milestones": [3]"#, #"param at "WarmupMultiFactorScheduler""#),
    (#""warmup_iters": 3, "milestones": [5, 4]"#, "value at [5, 4]"),
    (#""warmup_iters": 3, "step_iters": 0"#, "value at 0"),
    (#""warmup_iters": -3, "step_iters": 2"#, "value at -3"),
  ])
  func `refuses`(members: String, expected: String) {
    #expect(refusal(json(members)) == expected)
  }
}
