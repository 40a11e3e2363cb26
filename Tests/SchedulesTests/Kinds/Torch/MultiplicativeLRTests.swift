import Testing

@testable import Schedules

@Suite struct MultiplicativeLRTests {
  @Test func `multiplies the current rate by a function of the epoch`() throws {
    let rates = try Stepping.rates(#"{"type": "MultiplicativeLR", "lr_lambda": "epoch + 1"}"#, count: 4)
    #expect(rates == [1, 2, 6, 24])
  }

  @Test func `never asks at epoch 0`() throws {
    let rates = try Stepping.rates(#"{"type": "MultiplicativeLR", "lr_lambda": "1 / epoch"}"#, count: 4)
    #expect(rates == [1, 1, 0.5, 0.5 * (1.0 / 3)])
  }

  @Test func `asks at epoch 0 when a sequence hands over to it`() throws {
    let json = #"""
      {"type": "SequentialLR", "milestones": [2], "schedulers": [{"type": "ExponentialLR", "gamma": 0.5},
       {"type": "MultiplicativeLR", "lr_lambda": "1 / epoch"}]}
      """#
    #expect(refusal(json, steps: 2) == "run at /")
  }

  @Test func `takes one function for each group`() throws {
    var stepping = try Stepping(#"{"type": "MultiplicativeLR", "lr_lambda": ["0.5", "2"]}"#, optimizer: twoGroups())
    #expect(try stepping.groups(3).map { $0.map(\.lr) } == [[1, 2], [0.5, 4], [0.25, 8]])
  }

  @Test(arguments: [
    (#"{"type": "MultiplicativeLR"}"#, #"param at "MultiplicativeLR""#),
    (#"{"type": "MultiplicativeLR", "lr_lambda": 0.95}"#, "value at 0.95"),
    (#"{"type": "MultiplicativeLR", "lr_lambda": ["1", "1"]}"#, #"value at ["1", "1"]"#),
    (#"{"type": "MultiplicativeLR", "lr_lambda": "sqrt(1 - epoch)"}"#, "run at sqrt"),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json, steps: 3) == expected)
  }
}
