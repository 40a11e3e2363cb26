import Testing

@testable import Schedules

@Suite struct MegatronAnnealingLRTests {
  private func json(_ style: String) -> String {
    #"{"type": "megatron.AnnealingLR", "warmup_iter": 2, "total_iters": 10, "decay_style": "\#(style)"}"#
  }

  @Test(arguments: [
    ("linear", [0.9, 0.4]), ("cosine", [0.975528, 0.345492]), ("exponential", [0.933047, 0.659812]),
    ("constant", [1, 1]),
  ])
  func `has its first rate twice, and stops before the end`(style: String, printed: [Double]) throws {
    let rates = try Stepping.rates(json(style), count: 12)
    expect(Array(rates[..<4]), near: [0.5, 0.5, 1, printed[0]])
    expect(Array(rates[8...]), near: [printed[1], printed[1], printed[1], printed[1]])
  }

  @Test func `does not fall below its lowest rate`() throws {
    let json = #"""
      {"type": "megatron.annealing", "start_lr": 2, "warmup_iter": 0, "total_iters": 4, "min_lr": 1, "last_iter": 1}
      """#
    #expect(try Stepping.rates(json, count: 4) == [1.5, 1, 1, 1])
  }
}

@Suite struct MegatronOptimizerParamSchedulerTests {
  private func json(_ more: String) -> String {
    #"""
    {"type": "megatron.OptimizerParamScheduler", "min_lr": 0.1, "max_lr": 1, "lr_warmup_steps": 3, "lr_decay_steps": 11\#(more)}
    """#
  }

  private let rise = [0, 0.333333, 0.666667, 1]

  @Test func `warms up, falls along a cosine, and holds`() throws {
    let fall = [0.965746, 0.868198, 0.722208, 0.55, 0.377792, 0.231802, 0.134254, 0.1, 0.1]
    expect(try Stepping.rates(json(#", "lr_decay_style": "cosine""#), count: 13), near: rise + fall)
  }

  @Test func `drops from an inverse square root to its lowest rate`() throws {
    let rates = try Stepping.rates(json(#", "lr_decay_style": "inverse-square-root""#), count: 13)
    expect(Array(rates[11...]), near: [0.522233, 0.1])
  }

  @Test(arguments: [
    ("exponential", [1, 0.713614, 0.472792, 0.270286, 0.1]), ("minus_sqrt", [1, 0.55, 0.363604, 0.220577, 0.1]),
    ("linear", [1, 0.775, 0.55, 0.325, 0.1]), ("cosine", [1, 0.868198, 0.55, 0.231802, 0.1]),
  ])
  func `is stable, and decays in the end`(style: String, printed: [Double]) throws {
    let more = #", "lr_decay_style": "WSD", "wsd_decay_steps": 4, "lr_wsd_decay_style": "\#(style)""#
    let rates = try Stepping.rates(json(more), count: 12)
    expect(rates, near: rise + [1, 1, 1] + printed)
  }

  @Test func `counts samples when an update counts a batch of them`() throws {
    let json = #"{"type": "megatron.scheduler", "increment": 4, "lr_warmup_steps": 8, "lr_decay_steps": 24}"#
    #expect(try Stepping.rates(json, count: 8) == [0, 0.5, 1, 0.75, 0.5, 0.25, 0, 0])
    #expect(try Stepping(json).node.scheduler.length == 6)
  }

  @Test func `takes its end from the run, and its warm-up as a fraction of it`() throws {
    let json = #"{"type": "megatron.scheduler", "lr_warmup_fraction": 0.2}"#
    #expect(try Stepping.rates(json, count: 4, runLength: 10) == [0, 0.5, 1, 0.875])
  }

  @Test func `gives groups their own highest and lowest rates`() throws {
    let own = try optimizer(#"{"lr": 1, "param_groups": [{"max_lr": 2, "min_lr": 0.5}, {"lr": 4}]}"#)
    var stepping = try Stepping(#"{"type": "megatron.scheduler", "lr_decay_steps": 2}"#, optimizer: own)
    #expect(try stepping.groups(3).map { $0.map(\.lr) } == [[2, 4], [1.25, 2], [0.5, 0]])
  }

  @Test(arguments: [
    (json: #", "lr_decay_style": "WSD""#, expected: #"param at "WSD""#),
    (#", "init_lr": 2"#, #"value at "megatron.OptimizerParamScheduler""#),
    (#", "lr_warmup_fraction": 0.5"#, "value at 0.5"),
    (#", "lr_decay_style": "wsd""#, #"value at "wsd""#),
  ])
  func `refuses`(more: String, expected: String) {
    #expect(refusal(json(more)) == expected)
  }

  @Test(arguments: [#""max_lr": 0.1, "min_lr": 0.2"#, #""lr_warmup_steps": 5, "lr_decay_steps": 5"#])
  func `refuses what Megatron asserts`(parameters: String) {
    #expect(
      refusal(#"{"type": "megatron.scheduler", \#(parameters)}"#) == #"value at "megatron.scheduler""#)
  }
}

@Suite struct MegatronWeightDecayRampTests {
  private func decays(_ parameters: String, optimizer json: String = #"{"type": "AdamW"}"#) throws -> [[Double?]] {
    let node = #"{"type": "megatron.scheduler", "wd_incr_steps": 4, \#(parameters)}"#
    var stepping = try Stepping(node, optimizer: try optimizer(json))
    return try stepping.groups(6).map { $0.map(\.weightDecay) }
  }

  @Test func `grows along a line or a cosine`() throws {
    let span = #""start_wd": 0.1, "end_wd": 0.3"#
    expect(
      try decays(#"\#(span), "wd_incr_style": "linear""#).compactMap(\.[0]), near: [0.1, 0.15, 0.2, 0.25, 0.3, 0.3])
    expect(
      try decays(#"\#(span), "wd_incr_style": "cosine""#).compactMap(\.[0]),
      near: [0.1, 0.129289, 0.2, 0.270711, 0.3, 0.3])
  }

  @Test func `is each group's own, times its factor`() throws {
    let own = #"{"type": "AdamW", "param_groups": [{"wd_mult": 0}, {"start_wd": 0.2, "end_wd": 0.4}]}"#
    let values = try decays(#""wd_incr_style": "linear", "end_wd": 0.01"#, optimizer: own)
    #expect(values.map(\.[0]) == [0, 0, 0, 0, 0, 0])
    expect(values.compactMap(\.[1]), near: [0.2, 0.25, 0.3, 0.35, 0.4, 0.4])
  }

  @Test func `is driven only when it is given`() throws {
    #expect(try Stepping(#"{"type": "megatron.scheduler"}"#).node.scheduler.drives == [])
    #expect(try Stepping(#"{"type": "megatron.scheduler", "start_wd": 0.1}"#).node.scheduler.drives == .weightDecay)
  }

  @Test(arguments: [
    (#""start_wd": 0.1, "end_wd": 0.05"#, "value at 0.05"),
    (#""start_wd": 0.1, "end_wd": 0.2"#, #"value at "megatron.scheduler""#),
    (#""start_wd": 0.1, "wd_incr_style": "linear", "wd_incr_steps": 0"#, #"value at "megatron.scheduler""#),
  ])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "megatron.scheduler", \#(parameters)}"#) == expected)
  }
}
