import Testing

@testable import Schedules

@Suite struct ExponentialLRTests {
  @Test(arguments: [
    ("0.5", [1, 0.5, 0.25, 0.125]), ("-0.5", [1, -0.5, 0.25, -0.125]), ("0", [1, 0, 0, 0]), ("2", [1, 2, 4, 8]),
  ])
  func `multiplies by gamma at every epoch`(gamma: String, rates: [Double]) throws {
    #expect(try Stepping.rates(#"{"type": "ExponentialLR", "gamma": \#(gamma)}"#, count: 4) == rates)
  }

  @Test func `multiplies step by step, not by a power`() throws {
    let rates = try Stepping.rates(#"{"type": "ExponentialLR", "gamma": 0.9}"#, count: 4, lr: 0.1)
    #expect(rates == [0.1, 0.1 * 0.9, 0.1 * 0.9 * 0.9, 0.1 * 0.9 * 0.9 * 0.9])
  }

  @Test func `goes on from the rate at which a run was stopped`() throws {
    let stopped = try optimizer(#"{"lr": 0.25, "param_groups": [{"initial_lr": 1}]}"#)
    let json = #"{"type": "ExponentialLR", "gamma": 0.5, "last_epoch": 1}"#
    #expect(try Stepping.rates(json, count: 3, optimizer: stopped) == [0.25, 0.125, 0.0625])
  }

  @Test(arguments: [
    (#"{"type": "ExponentialLR"}"#, #"param at "ExponentialLR""#),
    (#"{"type": "ExponentialLR", "gamma": "0.9"}"#, #"value at "0.9""#),
    (#"{"type": "ExponentialLR", "gamma": 0.5, "last_epoch": 0}"#, #"value at "ExponentialLR""#),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json) == expected)
  }
}
