import Testing

@testable import Schedules

@Suite struct SequentialTests {
  private func json(_ milestones: String, _ schedulers: String...) -> String {
    let nodes = schedulers.map { "{\"type\": \($0)}" }.joined(separator: ", ")
    return #"{"type": "SequentialLR", "milestones": \#(milestones), "schedulers": [\#(nodes)]}"#
  }

  private let halving = #""ExponentialLR", "gamma": 0.5"#

  @Test func `warms up linearly, then falls along a cosine`() throws {
    let sequence = json(
      "[4]", #""LinearLR", "start_factor": 0.1, "total_iters": 4"#, #""CosineAnnealingLR", "T_max": 6"#)
    expect(
      try Stepping.rates(sequence, count: 12),
      near: [0.1, 0.325, 0.55, 0.775, 1, 0.933013, 0.75, 0.5, 0.25, 0.066987, 0, 0.066987])
  }

  @Test func `starts each child from the base rate`() throws {
    let warm = json(
      "[5]", #""ConstantLR", "factor": 0.1, "total_iters": 5"#, #""ExponentialLR", "gamma": 0.9"#)
    expect(try Stepping.rates(warm, count: 8), near: [0.1, 0.1, 0.1, 0.1, 0.1, 1, 0.9, 0.81])
    let steps = json("[3]", halving, #""StepLR", "step_size": 2, "gamma": 0.5"#)
    #expect(try Stepping.rates(steps, count: 7) == [1, 0.5, 0.25, 1, 1, 0.5, 0.5])
  }

  @Test func `lets a child without a closed form go on from the current rate`() throws {
    let sequence = json("[3]", halving, #""MultiplicativeLR", "lr_lambda": "0.9""#)
    expect(try Stepping.rates(sequence, count: 5), near: [1, 0.5, 0.25, 0.225, 0.2025])
  }

  @Test func `begins with the second child when the milestone is 0 or less`() throws {
    for milestone in ["[0]", "[-2]"] {
      let sequence = json(milestone, #""ConstantLR", "factor": 0.1"#, halving)
      #expect(try Stepping.rates(sequence, count: 4) == [1, 0.5, 0.25, 0.125], "\(milestone)")
    }
  }

  @Test func `moves on without a restart at a milestone between two epochs`() throws {
    // The second child is never told to begin, so it takes its own first step from the current rate.
    let sequence = json("[1.5]", halving, #""ExponentialLR", "gamma": 0.1"#)
    expect(try Stepping.rates(sequence, count: 4), near: [1, 0.5, 0.05, 0.005])
  }

  @Test func `skips a child whose milestones are equal`() throws {
    let sequence = json("[2, 2]", halving, #""ConstantLR", "factor": 0.1"#, #""ExponentialLR", "gamma": 0.25"#)
    #expect(try Stepping.rates(sequence, count: 4) == [1, 0.5, 1, 0.25])
  }

  @Test func `before a one-cycle schedule warms up to the rate that one has put there`() throws {
    let sequence = json(
      "[4]", #""LinearLR", "start_factor": 0.1, "total_iters": 4"#,
      #""OneCycleLR", "max_lr": 5, "total_steps": 10"#)
    expect(try Stepping.rates(sequence, count: 7), near: [0.02, 0.065, 0.11, 0.155, 0.2, 2.6, 5])
    // The momentum is that one's already.
    #expect(try Stepping.momenta(sequence, count: 1) == [0.95])
  }

  @Test func `counts on from the epoch at which a run was stopped`() throws {
    let sequence = #"""
      {"type": "SequentialLR", "milestones": [4], "last_epoch": 2, "schedulers": [
       {"type": "ExponentialLR", "gamma": 0.5}, {"type": "ConstantLR", "factor": 0.1}]}
      """#
    #expect(try Stepping.rates(sequence, count: 3) == [1, 0.1, 0.1])
  }

  @Test func `is as long as its last milestone and its last child`() throws {
    let length = { try Stepping($0).node.scheduler.length }
    #expect(try length(json("[5]", halving, #""CosineAnnealingLR", "T_max": 85"#)) == 90)
    #expect(try length(json("[]", #""CosineAnnealingLR", "T_max": 85"#)) == 85)
    #expect(try length(json("[5]", #""CosineAnnealingLR", "T_max": 85"#, halving)) == nil)
  }

  @Test(arguments: [
    (#"{"type": "SequentialLR", "milestones": [3]}"#, #"param at "SequentialLR""#),
    (#"{"type": "SequentialLR", "schedulers": [{"type": "LinearLR"}]}"#, #"param at "SequentialLR""#),
    (#"{"type": "SequentialLR", "milestones": [], "schedulers": []}"#, #"value at "SequentialLR""#),
    (
      #"{"type": "SequentialLR", "milestones": [3], "schedulers": [{"type": "LinearLR"}]}"#, #"value at [3]"#
    ),
    (#"{"type": "SequentialLR", "milestones": [], "schedulers": {"type": "LinearLR"}}"#, #"value at {"type""#),
    (#"{"type": "SequentialLR", "milestones": [], "schedulers": [{"type": "Linear"}]}"#, "nothing"),
    (#"{"type": "SequentialLR", "milestones": [], "schedulers": [{"type": "Lineal"}]}"#, #"kind at "Lineal""#),
    (#"{"type": "SequentialLR", "milestones": [], "schedulers": [{}]}"#, "spec at {"),
    (#"{"type": "SequentialLR", "milestones": [], "schedulers": ["linear"]}"#, #"spec at "linear""#),
    (
      #"{"type": "SequentialLR", "milestones": [], "schedulers": [{"type": "plateau"}]}"#,
      #"value at "plateau""#
    ),
    (
      #"{"type": "SequentialLR", "milestones": [], "schedulers": [{"type": "linear", "interval": "step"}]}"#,
      #"param at "interval""#
    ),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json) == expected)
  }
}
