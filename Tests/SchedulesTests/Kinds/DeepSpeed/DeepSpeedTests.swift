import Testing

@testable import Schedules

@Suite struct DeepSpeedLRRangeTestTests {
  @Test func `rises without end, smoothly or in steps`() throws {
    let json = { (more: String) in
      #"{"type": "deepspeed.LRRangeTest", "lr_range_test_min_lr": 0.5, "lr_range_test_step_size": 2\#(more)}"#
    }
    #expect(try Stepping.rates(json(""), count: 5) == [0.5, 0.75, 1, 1.25, 1.5])
    #expect(
      try Stepping.rates(json(#", "lr_range_test_staircase": true"#), count: 5) == [0.5, 0.5, 1, 1, 1.5])
  }

  @Test func `refuses no size`() {
    #expect(refusal(#"{"type": "deepspeed.LRRangeTest", "lr_range_test_step_size": 0}"#) == "value at 0")
  }
}

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

@Suite struct DeepSpeedTriangleTests {
  @Test func `climbs stairs`() {
    let stairs = DeepSpeed.Triangle(first: 4, second: 8, firstStairs: 2, secondStairs: nil)
    #expect((0..<12).map { stairs.height(at: Double($0)) } == [0, 0, 0.5, 0.5, 1, 0.5, 0.5, 0.5, 0.5, 0, 0, 0])
  }

  @Test func `falls at once when there is no way down`() {
    let triangle = DeepSpeed.Triangle(first: 4, second: 0, firstStairs: 0, secondStairs: nil)
    #expect((0...4).map { triangle.height(at: Double($0)) } == [0, 0.25, 0.5, 0.75, 0])
  }
}

@Suite struct DeepSpeedWarmupCosineLRTests {
  @Test func `begins at nothing, and never reaches the optimizer's rate`() throws {
    let json = #"""
      {"type": "deepspeed.WarmupCosineLR", "total_num_steps": 10, "warmup_num_steps": 4, "cos_min_ratio": 0.1,
       "warmup_type": "linear"}
      """#
    let printed = [0, 0, 0.25, 0.5, 0.75, 0.939711, 0.775, 0.55, 0.325, 0.160289, 0.1]
    expect(try Stepping.rates(json, count: 11), near: printed)
  }

  @Test func `keeps to the warm-up's lowest part after its first rate`() throws {
    let json = #"{"type": "deepspeed.WarmupCosineLR", "total_num_steps": 10, "warmup_min_ratio": 0.2}"#
    #expect(try Stepping.rates(json, count: 2) == [0, 0.2])
  }
}

@Suite struct DeepSpeedWarmupDecayLRTests {
  @Test func `falls back in a straight line, and holds`() throws {
    let json = #"""
      {"type": "deepspeed.WarmupDecayLR", "total_num_steps": 10, "warmup_num_steps": 4, "warmup_max_lr": 1}
      """#
    let rates = try Stepping.rates(json, count: 13)
    expect(Array(rates[4...8]), near: [1, 1, 0.833333, 0.666667, 0.5])
    expect(Array(rates[9...]), near: [0.333333, 0.166667, 0, 0])
  }

  @Test func `has the total in its run, and one row for the rate that comes twice`() throws {
    let file = #"{"scheduler": {"type": "deepspeed.WarmupDecayLR", "total_num_steps": 10}}"#
    #expect(try spec(file).epochs == 11)
  }
}

@Suite struct DeepSpeedWarmupLRTests {
  @Test(arguments: [
    (#""warmup_type": "log""#, [0, 0, 0.5, 0.792481, 1, 1]),
    (#""warmup_type": "linear""#, [0, 0, 0.25, 0.5, 0.75, 1, 1]),
    // Any other word means log.
    (#""warmup_type": "cosine""#, [0, 0, 0.5, 0.792481, 1, 1]),
  ])
  func `has its first rate twice, then rises and stays`(type: String, printed: [Double]) throws {
    let json = #"{"type": "deepspeed.WarmupLR", "warmup_num_steps": 4, \#(type)}"#
    expect(try Stepping.rates(json, count: printed.count), near: printed)
  }

  @Test func `takes rates for each group, and at least two steps`() throws {
    let json = #"""
      {"type": "deepspeed.warmup", "warmup_min_lr": [0.1, 0.2], "warmup_max_lr": [1, 2], "warmup_num_steps": 1,
       "warmup_type": "linear"}
      """#
    var stepping = try Stepping(json, optimizer: twoGroups())
    let rows = try stepping.groups(4).map { $0.map(\.lr) }
    #expect(rows == [[0.1, 0.2], [0.1, 0.2], [0.55, 1.1], [1, 2]])
  }

  @Test func `goes on after the last step of a run that is resumed`() throws {
    let json =
      #"{"type": "deepspeed.warmup", "warmup_num_steps": 4, "warmup_type": "linear", "last_batch_iteration": 1}"#
    #expect(try Stepping.rates(json, count: 4) == [1, 0.5, 0.75, 1])
  }

  @Test(arguments: [
    (#"{"type": "deepspeed.WarmupLR", "warmup_num_steps": 0}"#, "value at 0"),
    (#"{"type": "deepspeed.WarmupLR", "warmup_num_steps": 5.5}"#, "value at 5.5"),
    (#"{"type": "deepspeed.WarmupLR", "warmup_max_lr": [1, 2]}"#, "value at [1, 2]"),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json) == expected)
  }
}
