import Testing

@testable import Schedules

@Suite struct SWALRTests {
  @Test func `anneals along a half cosine, then holds`() throws {
    let rates = try Stepping.rates(#"{"type": "SWALR", "swa_lr": 0.05, "anneal_epochs": 4}"#, count: 6)
    expect(rates, near: [1, 0.860876, 0.525, 0.189124, 0.05, 0.05])
  }

  @Test func `anneals along a line`() throws {
    let json = #"{"type": "SWALR", "swa_lr": 0.05, "anneal_epochs": 4, "anneal_strategy": "linear"}"#
    expect(try Stepping.rates(json, count: 6), near: [1, 0.7625, 0.525, 0.2875, 0.05, 0.05])
  }

  @Test func `is there at once when it takes no epochs`() throws {
    let rates = try Stepping.rates(#"{"type": "SWALR", "swa_lr": 0.05, "anneal_epochs": 0}"#, count: 3)
    #expect(rates == [0.05, 0.05, 0.05])
  }

  @Test func `anneals from whatever an earlier scheduler has made of the rate`() throws {
    let json = #"""
      {"type": "ChainedScheduler", "schedulers": [{"type": "StepLR", "step_size": 2, "gamma": 0.5},
       {"type": "SWALR", "swa_lr": 0, "anneal_epochs": 4, "anneal_strategy": "linear"}]}
      """#
    expect(try Stepping.rates(json, count: 6), near: [1, 0.75, 0.25, 0.125, 0, 0])
  }

  @Test func `takes a rate for each group`() throws {
    var stepping = try Stepping(
      #"{"type": "SWALR", "swa_lr": [0.5, 0.25], "anneal_epochs": 1}"#, optimizer: twoGroups())
    #expect(try stepping.groups(2).last?.map(\.lr) == [0.5, 0.25])
  }

  @Test(arguments: [
    (#"{"type": "SWALR"}"#, #"param at "SWALR""#),
    (#"{"type": "SWALR", "swa_lr": [0.05, 0.1]}"#, "value at [0.05, 0.1]"),
    (#"{"type": "SWALR", "swa_lr": 0.05, "anneal_epochs": -1}"#, "value at -1"),
    (#"{"type": "SWALR", "swa_lr": 0.05, "anneal_epochs": 5.5}"#, "value at 5.5"),
    (#"{"type": "SWALR", "swa_lr": 0.05, "anneal_strategy": "exp"}"#, #"value at "exp""#),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json) == expected)
  }
}
