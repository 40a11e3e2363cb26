import Testing

@testable import Schedules

@Suite struct ConstantScheduleTests {
  @Test(arguments: ["", #", "num_warmup_steps": 3"#, #", "num_warmup_steps": null, "num_training_steps": 2"#])
  func `keeps the base rate, whatever lengths it is given`(more: String) throws {
    #expect(try Stepping.rates(#"{"type": "transformers.constant"\#(more)}"#, count: 4) == [1, 1, 1, 1])
  }

  @Test func `overwrites what comes before it in a chain`() throws {
    let json = #"""
      {"type": "ChainedScheduler",
       "schedulers": [{"type": "ExponentialLR", "gamma": 0.5}, {"type": "transformers.constant"}]}
      """#
    #expect(try Stepping.rates(json, count: 3) == [1, 1, 1])
  }
}

@Suite struct ConstantScheduleWithWarmupTests {
  @Test func `rises along a line, and stays`() throws {
    let json = #"{"type": "transformers.constant_with_warmup", "num_warmup_steps": 4}"#
    #expect(try Stepping.rates(json, count: 6) == [0, 0.25, 0.5, 0.75, 1, 1])
  }

  @Test func `need not know how long the run is`() throws {
    let json = #"{"scheduler": {"type": "transformers.constant_with_warmup", "num_warmup_steps": 4}}"#
    var schedule = try Schedule(json: json)
    try schedule.endStep()
    #expect(schedule.rate == 0.1 * 0.25)
  }

  @Test func `needs to know it for a percentage`() {
    let json = #"{"scheduler": {"type": "transformers.constant_with_warmup", "num_warmup_steps": "4%"}}"#
    #expect(throws: ScheduleError.self) { try Schedule(json: json) }
  }

  @Test func `cannot be resumed, for get_scheduler does not hand last_epoch on`() {
    let json = #"{"type": "transformers.constant_with_warmup", "num_warmup_steps": 4, "last_epoch": 2}"#
    #expect(refusal(json) == #"param at "last_epoch""#)
  }
}

@Suite struct CosineScheduleWithWarmupTests {
  private let json = #"{"type": "transformers.cosine", "num_warmup_steps": 3, "num_training_steps": 11"#

  @Test func `rises to the base rate at W, falls to zero at T, and rises again`() throws {
    let fall = [1, 0.96194, 0.853553, 0.691342, 0.5, 0.308658, 0.146447, 0.03806, 0, 0.03806]
    expect(try Stepping.rates(json + "}", count: 13), near: [0, 0.333333, 0.666667] + fall)
  }

  @Test func `goes down and up in each wave`() throws {
    let rates = try Stepping.rates(json + #", "num_cycles": 2}"#, count: 12)
    expect(Array(rates.suffix(9)), near: [1, 0.5, 0, 0.5, 1, 0.5, 0, 0.5, 1])
  }

  @Test func `jumps to and fro after a warm-up that takes the whole run`() throws {
    let json = #"{"type": "transformers.cosine", "num_warmup_steps": 2, "num_training_steps": 2}"#
    expect(try Stepping.rates(json, count: 5), near: [0, 0.5, 1, 0, 1])
  }

  @Test func `is a rule of its own step inside torch's combinators`() throws {
    let sequence = #"""
      {"type": "SequentialLR", "milestones": [2], "schedulers": [{"type": "ExponentialLR", "gamma": 0.5}, \#(json)}]}
      """#
    expect(try Stepping.rates(sequence, count: 6), near: [1, 0.5, 0, 0.333333, 0.666667, 1])
    let chain = #"{"type": "ChainedScheduler", "schedulers": [{"type": "ExponentialLR", "gamma": 0.5}, \#(json)}]}"#
    expect(try Stepping.rates(chain, count: 4), near: [0, 0.333333, 0.666667, 1])
  }

  @Test func `refuses waves beyond all numbers when it comes to them`() {
    #expect(refusal(json + #", "num_cycles": 1e308}"#, steps: 3) == "nothing")
    #expect(refusal(json + #", "num_cycles": 1e308}"#, steps: 4) == #"run at "transformers.cosine""#)
  }
}

@Suite struct CosineWithHardRestartsScheduleWithWarmupTests {
  private let json = #"{"type": "transformers.cosine_with_restarts", "num_warmup_steps": 3, "num_training_steps": 11"#

  @Test func `falls in each cycle, and is zero from T on`() throws {
    let cycle = [1, 0.853553, 0.5, 0.146447]
    expect(
      try Stepping.rates(json + #", "num_cycles": 2}"#, count: 13),
      near: [0, 0.333333, 0.666667] + cycle + cycle + [0, 0])
  }

  @Test func `has its cycles as phases`() throws {
    let stepping = try Stepping(json + #", "num_cycles": 2}"#)
    #expect(stepping.node.phases.map(\.start) == [0, 3, 7])
    #expect(stepping.node.phases.map(\.label) == ["warm-up", "cycle 1", "cycle 2"])
  }

  @Test(arguments: ["0", "-3", "1e-300", "1e300", "0.5"])
  func `of odd numbers of cycles still has phases`(cycles: String) throws {
    let stepping = try Stepping(json + #", "num_cycles": \#(cycles)}"#)
    #expect(stepping.node.phases.count <= 100)
  }
}

@Suite struct CosineWithMinLRScheduleWithWarmupLRRateTests {
  private func json(_ more: String) -> String {
    #"""
    {"type": "transformers.cosine_warmup_with_min_lr", "num_warmup_steps": 3, "num_training_steps": 11,
     "min_lr_rate": 0.1\#(more)}
    """#
  }

  @Test func `is at the base rate at W - 1, at the lowest in the last step, and rises again`() throws {
    let rates = try Stepping.rates(json(""), count: 12)
    expect(Array(rates.prefix(4)), near: [0.333333, 0.666667, 1, 0.965746])
    expect(Array(rates.suffix(3)), near: [0.134254, 0.1, 0.134254])
  }

  @Test func `starts at a part of the base rate`() throws {
    let rates = try Stepping.rates(json(#", "warmup_lr_rate": 0.2"#), count: 4)
    expect(rates, near: [0.2, 0.6, 1, 0.965746])
  }

  @Test func `begins its decay at the peak`() throws {
    #expect(try Stepping(json("")).node.phases.map(\.start) == [0, 2])
  }

  @Test func `refuses two lowest rates`() {
    #expect(refusal(json(#", "min_lr": 0.1"#)) == "param at 0.1")
  }
}

@Suite struct CosineWithMinLRScheduleWithWarmupTests {
  private func json(_ more: String) -> String {
    #"{"type": "transformers.cosine_with_min_lr", "num_warmup_steps": 2, "num_training_steps": 6\#(more)}"#
  }

  @Test(arguments: [#", "min_lr": 0.1"#, #", "min_lr_rate": 0.1"#, #", "min_lr_rate": 0.1, "min_lr": null"#])
  func `falls to the lowest rate at T, and rises again`(more: String) throws {
    let printed = [0, 0.5, 1, 0.868198, 0.55, 0.231802, 0.1, 0.231802]
    expect(try Stepping.rates(json(more), count: 8), near: printed)
  }

  @Test func `relates the lowest rate to the optimizer's own`() throws {
    var stepping = try Stepping(json(#", "min_lr": 0.1"#), optimizer: twoGroups())
    expect(try #require(try stepping.groups(7).last).map(\.lr), near: [0.1, 0.2])
  }

  @Test func `never falls below zero`() throws {
    expect(try Stepping.rates(json(#", "min_lr_rate": -1"#), count: 7), near: [0, 0.5, 1, 0.707107, 0, 0, 0])
  }

  @Test func `wants exactly one lowest rate`() throws {
    #expect(
      complaints(aboutScheduler: json("")) == [
        #"param at "transformers.cosine_with_min_lr": transformers.cosine_with_min_lr needs “min_lr” or “min_lr_rate”"#
      ])
    #expect(refusal(json(#", "min_lr": 0.1, "min_lr_rate": 0.3"#)) == "param at 0.3")
    let stuck = try optimizer(#"{"lr": 0}"#)
    #expect(refusal(json(#", "min_lr": 0.1"#), optimizer: stuck) == #"value at "transformers.cosine_with_min_lr""#)
  }
}

@Suite struct InverseSqrtScheduleTests {
  private func rates(_ warmUp: Int, _ more: String = "", count: Int) throws -> [Double] {
    try Stepping.rates(#"{"type": "transformers.inverse_sqrt", "num_warmup_steps": \#(warmUp)\#(more)}"#, count: count)
  }

  @Test func `falls with the root of the step after the warm-up`() throws {
    expect(try rates(3, count: 7), near: [0, 0.333333, 0.666667, 1, 0.866025, 0.774597, 0.707107])
  }

  @Test func `falls in ten thousand steps when there is no warm-up`() throws {
    expect(try rates(0, count: 3), near: [1, 0.99995, 0.9999])
    expect(try rates(0, #", "timescale": 1"#, count: 4), near: [1, 0.707107, 0.57735, 0.5])
  }

  @Test(arguments: [(3, #", "timescale": 0"#, 3), (3, #", "timescale": -2"#, 5), (-5, "", 0)])
  func `refuses time-scales that have no root`(warmUp: Int, more: String, steps: Int) {
    let json = #"{"type": "transformers.inverse_sqrt", "num_warmup_steps": \#(warmUp)\#(more)}"#
    #expect(refusal(json, steps: steps) == #"run at "transformers.inverse_sqrt""#)
  }
}

@Suite struct LinearScheduleWithWarmupTests {
  @Test func `rises to the base rate at W, falls to zero at T, and stays`() throws {
    let json = #"{"type": "transformers.linear", "num_warmup_steps": 3, "num_training_steps": 11}"#
    let printed = [0, 0.333333, 0.666667, 1, 0.875, 0.75, 0.625, 0.5, 0.375, 0.25, 0.125, 0, 0]
    expect(try Stepping.rates(json, count: 13), near: printed)
  }

  @Test func `takes the length of the run unless it is given`() throws {
    let json = #"{"type": "transformers.linear", "num_warmup_steps": 1}"#
    expect(try Stepping.rates(json, count: 5, runLength: 5), near: [0, 1, 0.75, 0.5, 0.25])
  }

  @Test func `in a sequence takes the length of its part of the run`() throws {
    let json = #"""
      {"type": "SequentialLR", "milestones": [2], "schedulers": [{"type": "ExponentialLR", "gamma": 1},
       {"type": "transformers.linear", "num_warmup_steps": 0}]}
      """#
    expect(try Stepping.rates(json, count: 6, runLength: 6), near: [1, 1, 1, 0.75, 0.5, 0.25])
  }

  @Test func `takes a percentage of the run, rounded up, as the Trainer does`() throws {
    let json = #"{"type": "transformers.linear", "num_warmup_steps": "12.5%", "num_training_steps": 10}"#
    expect(try Stepping.rates(json, count: 4), near: [0, 0.5, 1, 0.875])
  }

  @Test func `needs to know how long the run is`() {
    let json = #"{"scheduler": {"type": "transformers.linear", "num_warmup_steps": 3}}"#
    #expect(throws: ScheduleError.self) { try Schedule(json: json) }
    #expect(throws: Never.self) { try Schedule(json: #"{"epochs": 9, \#(json.dropFirst())"#) }
  }

  @Test(arguments: [
    (#"{"type": "transformers.linear"}"#, #"param at "transformers.linear""#),
    (#"{"type": "transformers.linear", "num_warmup_steps": null}"#, "value at null"),
    (#"{"type": "transformers.linear", "num_warmup_steps": "6"}"#, #"value at "6""#),
    (#"{"type": "transformers.linear", "num_warmup_steps": "100%"}"#, #"value at "100%""#),
    (#"{"type": "transformers.linear", "num_warmup_steps": "-1%"}"#, #"value at "-1%""#),
    (#"{"type": "transformers.linear", "num_warmup_steps": 3, "power": 2}"#, #"param at "power""#),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json) == expected)
  }
}

@Suite struct PolynomialDecayScheduleWithWarmupTests {
  private func json(_ more: String, warmUp: Int = 3) -> String {
    #"{"type": "transformers.polynomial", "num_warmup_steps": \#(warmUp), "num_training_steps": 11\#(more)}"#
  }

  @Test func `falls along a power to lr_end, and holds it`() throws {
    let rates = try Stepping.rates(json(#", "power": 2, "lr_end": 0.1"#), count: 14)
    let printed = [1, 0.789063, 0.60625, 0.451563, 0.325, 0.226563, 0.15625, 0.114063, 0.1, 0.1, 0.1]
    expect(Array(rates.dropFirst(3)), near: printed)
  }

  @Test func `ends other groups at the same part of their rate`() throws {
    var stepping = try Stepping(json(#", "lr_end": 0.1"#), optimizer: twoGroups())
    let last = try #require(try stepping.groups(13).last)
    expect(last.map(\.lr), near: [0.1, 0.2])
  }

  @Test(arguments: [
    (#", "lr_end": 1"#, 3, 0), (#", "lr_end": 5"#, 3, 0), ("", 11, 11), (#", "power": -1"#, 3, 11),
  ])
  func `refuses an end above the rate, no decay, and the reciprocal of zero`(more: String, warmUp: Int, steps: Int) {
    let json = json(more, warmUp: warmUp)
    #expect(refusal(json, steps: steps).hasSuffix(#" at "transformers.polynomial""#))
    if steps > 0 { #expect(refusal(json, steps: steps - 1) == "nothing") }
  }
}

@Suite struct ReduceOnPlateauScheduleTests {
  private let json = #""patience": 2, "cooldown": 1, "factor": 0.5"#

  @Test func `is torch's, whatever lengths it is given`() throws {
    let printed = [1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.25]
    for lengths in ["", #", "num_warmup_steps": 3, "num_training_steps": 9"#] {
      let plateau = #"{"type": "transformers.reduce_lr_on_plateau", \#(json)\#(lengths)}"#
      expect(try Stepping.rates(plateau, count: 9, metric: 1), near: printed)
    }
  }

  @Test func `watches a metric, so no combinator takes it`() {
    #expect(
      refusal(#"{"type": "ChainedScheduler", "schedulers": [{"type": "transformers.reduce_lr_on_plateau"}]}"#)
        == #"value at "transformers.reduce_lr_on_plateau""#)
  }
}

@Suite struct WSDScheduleTests {
  private func json(_ more: String, total: String = "11") -> String {
    #"""
    {"type": "transformers.warmup_stable_decay", "num_warmup_steps": 3, "num_training_steps": \#(total),
     "num_decay_steps": 4\#(more)}
    """#
  }

  @Test func `rises from the lowest rate, stays, falls to it at T, and holds it`() throws {
    let printed = [0.1, 0.4, 0.7, 1, 1, 1, 1, 1, 0.868198, 0.55, 0.231802, 0.1, 0.1]
    expect(try Stepping.rates(json(#", "min_lr_ratio": 0.1"#), count: 13), near: printed)
  }

  @Test(arguments: [
    ("linear", [0, 0.333333, 0.666667], [0.75, 0.5, 0.25]), ("cosine", [0, 0.25, 0.75], [0.853553, 0.5, 0.146447]),
    ("1-sqrt", [0, 0.183503, 0.42265], [0.5, 0.292893, 0.133975]),
  ])
  func `rises and falls along three paths`(path: String, rise: [Double], fall: [Double]) throws {
    let json = json(#", "warmup_type": "\#(path)", "decay_type": "\#(path)""#, total: "8")
    expect(try Stepping.rates(json, count: 9), near: rise + [1, 1] + fall + [0])
  }

  @Test func `is as long as its stable steps say, whatever the total`() throws {
    let json = json(#", "num_stable_steps": 1, "decay_type": "linear""#)
    expect(try Stepping.rates(json, count: 9), near: [0, 0.333333, 0.666667, 1, 1, 0.75, 0.5, 0.25, 0])
    let stepping = try Stepping(json)
    #expect(stepping.node.scheduler.length == 8)
    #expect(stepping.node.phases.map(\.start) == [0, 3, 4, 8])
  }

  @Test func `takes the run for its total`() throws {
    let json = json(#", "decay_type": "linear""#, total: "null")
    expect(
      try Stepping.rates(json, count: 9, runLength: 9), near: [0, 0.333333, 0.666667, 1, 1, 1, 0.75, 0.5, 0.25])
  }

  @Test(arguments: [
    (#", "decay_type": "exp""#, #"value at "exp""#), (#", "warmup_type": "sqrt""#, #"value at "sqrt""#),
  ])
  func `refuses other paths`(more: String, expected: String) {
    #expect(refusal(json(more)) == expected)
  }

  @Test func `needs the length of its decay`() {
    #expect(
      refusal(#"{"type": "transformers.warmup_stable_decay", "num_warmup_steps": 3}"#)
        == #"param at "transformers.warmup_stable_decay""#)
  }
}
