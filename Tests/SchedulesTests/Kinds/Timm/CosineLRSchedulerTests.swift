import Testing

@testable import Schedules

@Suite struct CosineLRSchedulerTests {
  private func rates(_ parameters: String, count: Int) throws -> [Double] {
    try Stepping.rates(#"{"type": "timm.CosineLRScheduler", \#(parameters)}"#, count: count)
  }

  @Test func `runs underneath its warm-up, and drops when that ends`() throws {
    let rates = try rates(#""t_initial": 10, "lr_min": 0.1, "warmup_t": 3, "warmup_lr_init": 0.01"#, count: 12)
    expect(Array(rates[..<6]), near: [0.01, 0.34, 0.67, 0.814503, 0.689058, 0.55])
    #expect(rates[10...] == [0.1, 0.1])
  }

  @Test func `starts after a warm-up that is a prefix`() throws {
    let parameters = #""t_initial": 10, "lr_min": 0.1, "warmup_t": 3, "warmup_lr_init": 0.01, "warmup_prefix": true"#
    expect(try rates(parameters, count: 6), near: [0.01, 0.34, 0.67, 1, 0.977975, 0.914058])
  }

  @Test func `has cycles that grow and decay, then holds the lowest rate`() throws {
    let parameters = #""t_initial": 2, "cycle_mul": 2, "cycle_decay": 0.5, "cycle_limit": 3, "lr_min": 0.1"#
    expect(try rates(parameters, count: 7), near: [1, 0.55, 0.5, 0.441421, 0.3, 0.158579, 0.25])
    #expect(try rates(parameters, count: 16).suffix(2) == [0.1, 0.1])
    let stepping = try Stepping(#"{"type": "timm.cosine", \#(parameters)}"#)
    #expect(stepping.node.scheduler.length == 14)
    #expect(stepping.node.phases.map(\.start) == [0, 2, 6, 14])
    #expect(stepping.node.phases.map(\.label) == ["cycle 1", "cycle 2", "cycle 3", "lr_min"])
  }

  @Test func `is delayed by a power of the progress`() throws {
    expect(try rates(#""t_initial": 4, "k_decay": 2"#, count: 5), near: [1, 0.990393, 0.853553, 0.402455, 0])
  }

  @Test func `multiplies every rate of a group by its lr_scale, and keeps noise where it belongs`() throws {
    let scaled = try optimizer(#"{"lr": 1, "param_groups": [{}, {"lr_scale": 0.5}]}"#)
    var stepping = try Stepping(
      #"{"type": "timm.cosine", "t_initial": 4, "warmup_t": 1, "warmup_lr_init": 0.2, "noise_range_t": [2, 3]}"#,
      optimizer: scaled)
    let rows = try stepping.groups(5).map { $0.map(\.lr) }
    #expect(rows.allSatisfy { $0[1] == $0[0] * 0.5 })
    #expect(rows[0][0] == 0.2)
    expect(rows.map { $0[0] }, near: [0.2, 0.853553, 0.529473, 0.146447, 0])
  }

  @Test func `counts updates when it is told to`() throws {
    #expect(try Stepping(#"{"type": "timm.cosine", "t_initial": 4}"#).node.scheduler.interval == nil)
    let byStep = try Stepping(#"{"type": "timm.cosine", "t_initial": 4, "t_in_epochs": false}"#)
    #expect(byStep.node.scheduler.interval == .step)
  }

  @Test func `begins anew in a sequence, where timm's own cannot stand`() throws {
    let json = #"""
      {"type": "SequentialLR", "milestones": [2], "schedulers": [{"type": "ExponentialLR", "gamma": 0.5},
       {"type": "timm.cosine", "t_initial": 2}]}
      """#
    expect(try Stepping.rates(json, count: 5), near: [1, 0.5, 1, 0.5, 0])
  }

  @Test(arguments: [
    (#"{"type": "timm.cosine"}"#, #"param at "timm.cosine""#),
    (#"{"type": "timm.cosine", "t_initial": 0}"#, "value at 0"),
    (#"{"type": "timm.cosine", "t_initial": 4, "lr_min": -0.1}"#, "value at -0.1"),
    (#"{"type": "timm.cosine", "t_initial": 4, "initialize": false}"#, #"value at "timm.cosine""#),
    (#"{"type": "timm.cosine", "t_initial": 4, "noise_type": "uniform"}"#, #"param at "noise_type""#),
    (#"{"type": "timm.cosine", "t_initial": 4, "noise_seed": "a"}"#, #"value at "a""#),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json) == expected)
  }

  @Test(arguments: [
    (#""cycle_mul": 0"#, 1), (#""cycle_mul": -1"#, 1), (#""cycle_mul": 0.5"#, 8), (#""k_decay": 5000"#, 1),
    (#""noise_range_t": 2, "noise_pct": 0"#, 2), (#""noise_range_t": 2, "noise_seed": 1.0"#, 2),
  ])
  func `refuses cycles without end, powers beyond all numbers, and endless draws, when it comes to them`(
    parameters: String, step: Int
  ) {
    let json = #"{"type": "timm.cosine", "t_initial": 4, \#(parameters)}"#
    #expect(refusal(json, steps: step - 1) == "nothing")
    #expect(refusal(json, steps: step) == #"run at "timm.cosine""#)
  }
}
