import Testing

@testable import Schedules

@Suite struct DeepSpeedOneCycleTests {
  private let json = #"""
    {"type": "deepspeed.OneCycle", "cycle_min_lr": 0.1, "cycle_max_lr": 1, "cycle_first_step_size": 4,
     "decay_step_size": 2, "decay_lr_rate": 0.5}
    """#

  @Test func `goes up and down in a triangle, then decays`() throws {
    expect(
      try Stepping.rates(json, count: 11), near: [0.1, 0.325, 0.55, 0.775, 1, 0.775, 0.55, 0.325, 0.1, 0.08, 0.066667])
  }

  @Test func `cycles betas against the rate, from the wrong end in the first update`() throws {
    var stepping = try Stepping(json, optimizer: try optimizer(#"{"type": "Adam"}"#))
    let betas = try stepping.groups(5).map(\.[0].betas)
    expect(betas.map { $0?.first ?? 0 }, near: [0.8, 0.875, 0.85, 0.825, 0.8])
    #expect(betas.allSatisfy { $0?.second == 0.99 })
    #expect(stepping.node.scheduler.drives == .momentum)
  }

  @Test func `leaves an optimizer without betas its momentum`() throws {
    let stepping = try Stepping(json)
    #expect(stepping.optimizer.groups[0].momentum == 0.9 && stepping.node.scheduler.drives == [])
  }

  @Test(arguments: [
    (
      #"{"type": "deepspeed.OneCycle", "cycle_min_lr": 0.1, "cycle_max_lr": 1, "cycle_first_step_size": 0}"#,
      "value at 0"
    ),
    (#"{"type": "deepspeed.OneCycle", "cycle_max_lr": 1}"#, #"param at "deepspeed.OneCycle""#),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json) == expected)
  }
}
