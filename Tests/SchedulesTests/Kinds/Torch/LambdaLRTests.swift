import Testing

@testable import Schedules

@Suite struct LambdaLRTests {
  @Test func `multiplies the base rate by a function of the epoch`() throws {
    let rates = try Stepping.rates(#"{"type": "LambdaLR", "lr_lambda": "1 / (epoch + 1)"}"#, count: 4, lr: 12)
    #expect(rates == [12, 6, 4, 3])
  }

  @Test func `takes one function for all groups, or one for each`() throws {
    var stepping = try Stepping(#"{"type": "LambdaLR", "lr_lambda": "0.5 ** epoch"}"#, optimizer: twoGroups())
    #expect(try stepping.groups(3).map { $0.map(\.lr) } == [[1, 2], [0.5, 1], [0.25, 0.5]])
    stepping = try Stepping(#"{"type": "LambdaLR", "lr_lambda": ["epoch", "1"]}"#, optimizer: twoGroups())
    #expect(try stepping.groups(3).map { $0.map(\.lr) } == [[0, 2], [1, 2], [2, 2]])
  }

  @Test func `may give a negative rate`() throws {
    #expect(try Stepping.rates(#"{"type": "LambdaLR", "lr_lambda": "1 - epoch"}"#, count: 3) == [1, 0, -1])
  }

  @Test(arguments: [
    (#"{"type": "LambdaLR"}"#, #"param at "LambdaLR""#),
    (#"{"type": "LambdaLR", "lr_lambda": 0.95}"#, "value at 0.95"),
    (#"{"type": "LambdaLR", "lr_lambda": ["1", 2]}"#, "value at 2"),
    (#"{"type": "LambdaLR", "lr_lambda": ["1", "2"]}"#, #"value at ["1", "2"]"#),
    (#"{"type": "LambdaLR", "lr_lambda": []}"#, "value at []"),
    (#"{"type": "LambdaLR", "lr_lambda": "0.9 ** epohc"}"#, "expression at epohc"),
    (#"{"type": "LambdaLR", "lr_lambda": "1 / epoch"}"#, "run at /"),
    (#"{"type": "LambdaLR", "lr_lambda": "1 / (2 - epoch)"}"#, "run at /"),
    (#"{"type": "LambdaLR", "lr_lambda": "1", "last_epoch": 0}"#, #"value at "LambdaLR""#),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json, steps: 3) == expected)
  }

  @Test func `names the epoch at which a function fails`() {
    let found = complaints(aboutScheduler: #"{"type": "LambdaLR", "lr_lambda": "1 / (2 - epoch)"}"#, steps: 3)
    #expect(found.count == 1 && found.allSatisfy { $0.hasSuffix("at epoch 2") }, "\(found)")
  }
}
