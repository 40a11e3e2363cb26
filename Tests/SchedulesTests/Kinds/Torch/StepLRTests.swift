import Testing

@testable import Schedules

@Suite struct StepLRTests {
  @Test func `multiplies by gamma every step_size epochs`() throws {
    let rates = try Stepping.rates(#"{"type": "StepLR", "step_size": 2, "gamma": 0.5}"#, count: 6)
    #expect(rates == [1, 1, 0.5, 0.5, 0.25, 0.25])
  }

  @Test func `multiplies by a tenth by default`() throws {
    #expect(try Stepping.rates(#"{"type": "StepLR", "step_size": 1}"#, count: 3) == [1, 0.1, 0.1 * 0.1])
  }

  @Test func `drops where a fractional size divides the epoch`() throws {
    let rates = try Stepping.rates(#"{"type": "StepLR", "step_size": 2.5, "gamma": 0.5}"#, count: 11)
    #expect(rates == [1, 1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.25])
  }

  @Test func `drops once more when it is resumed just before a drop`() throws {
    // Stopped at epoch 3 with the rate 0.5, built again with the epoch before it.
    let stopped = try optimizer(#"{"lr": 0.5, "param_groups": [{"initial_lr": 1}]}"#)
    let json = #"{"type": "StepLR", "step_size": 3, "gamma": 0.5, "last_epoch": 2}"#
    #expect(try Stepping.rates(json, count: 5, optimizer: stopped) == [0.25, 0.25, 0.25, 0.125, 0.125])
  }

  @Test(arguments: [
    (#"{"type": "StepLR"}"#, #"param at "StepLR""#),
    (#"{"type": "StepLR", "step_size": "3"}"#, #"value at "3""#),
    (#"{"type": "StepLR", "step_size": 3, "gama": 0.5}"#, #"param at "gama""#),
    (#"{"type": "StepLR", "step_size": 3, "last_epoch": 4}"#, #"value at "StepLR""#),
    (#"{"type": "StepLR", "step_size": 3, "last_epoch": 1.5}"#, "value at 1.5"),
    (#"{"type": "StepLR", "step_size": 0}"#, "run at 0"),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json, steps: 1) == expected)
  }

  @Test func `of no size is refused only when it is stepped`() {
    #expect(refusal(#"{"type": "StepLR", "step_size": 0}"#) == "nothing")
  }
}
