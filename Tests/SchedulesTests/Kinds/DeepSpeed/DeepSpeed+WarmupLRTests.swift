import Testing

@testable import Schedules

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
    (#"{"type": "deepspeed.WarmupLR", "warmup_num_steps": 5.0}"#, "value at 5.0"),
    (#"{"type": "deepspeed.WarmupLR", "warmup_max_lr": [1, 2]}"#, "value at [1, 2]"),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json) == expected)
  }
}
