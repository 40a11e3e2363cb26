import Testing

@testable import Schedules

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

  @Test func `in a sequence takes the length of its stretch`() throws {
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
