import Testing

@testable import Schedules

@Suite struct ReduceLROnPlateauTests {
  private func rates(_ parameters: String, metrics: [Double], lr: Double = 1) throws -> [Double] {
    var stepping = try Stepping(#"{"type": "ReduceLROnPlateau", "factor": 0.5, \#(parameters)}"#, lr: lr)
    return try [lr]
      + metrics.map {
        try stepping.step(metric: $0)
        return stepping.optimizer.groups[0].lr
      }
  }

  @Test func `reduces after patience and rests for cooldown`() throws {
    let rates = try rates(#""patience": 2, "cooldown": 1"#, metrics: Array(repeating: 0.5, count: 11))
    #expect(rates == [1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25].dropFirst(0).map { $0 })
  }

  @Test(arguments: [
    // What must be beaten, by how much, and the two metrics on either side of that.
    ("min", "rel", 10.0, 9.0, 8.999),
    ("min", "abs", 10.0, 9.9, 9.899),
    ("max", "rel", 10.0, 11.0, 11.001),
    ("max", "abs", 10.0, 10.1, 10.101),
    // Of a negative best, less than a tenth worse is better.
    ("min", "rel", -10.0, -9.0, -9.001),
  ])
  func `takes for better`(mode: String, thresholdMode: String, best: Double, same: Double, better: Double) throws {
    let parameters = #""patience": 0, "threshold": 0.1, "mode": "\#(mode)", "threshold_mode": "\#(thresholdMode)""#
    #expect(try rates(parameters, metrics: [best, same]) == [1, 1, 0.5])
    #expect(try rates(parameters, metrics: [best, better]) == [1, 1, 1])
  }

  @Test func `never takes for better what is no number`() throws {
    #expect(try rates(#""patience": 1"#, metrics: [.nan, .nan, .nan]) == [1, 1, 0.5, 0.5])
  }

  @Test func `counts anew after an improvement`() throws {
    #expect(try rates(#""patience": 1"#, metrics: [5, 5, 4, 4, 4]) == [1, 1, 1, 1, 1, 0.5])
  }

  @Test func `stops at min_lr, and makes no change smaller than eps`() throws {
    #expect(try rates(#""patience": 0, "min_lr": 0.4"#, metrics: [1, 1, 1, 1]) == [1, 1, 0.5, 0.4, 0.4])
    #expect(try rates(#""patience": 0, "eps": 0.3"#, metrics: [1, 1, 1, 1]) == [1, 1, 0.5, 0.5, 0.5])
    #expect(try rates(#""patience": 0"#, metrics: [1, 1], lr: 1e-8) == [1e-8, 1e-8, 1e-8])
  }

  @Test func `takes floors for each group`() throws {
    let json = #"{"type": "ReduceLROnPlateau", "patience": 0, "min_lr": [0.7, 0.3]}"#
    var stepping = try Stepping(json, optimizer: twoGroups())
    #expect(try stepping.groups(3, metric: 1).last?.map(\.lr) == [0.7, 0.3])
  }

  @Test(arguments: [
    (#"{"type": "ReduceLROnPlateau", "factor": 1}"#, "value at 1"),
    (#"{"type": "ReduceLROnPlateau", "factor": 1.5}"#, "value at 1.5"),
    (#"{"type": "ReduceLROnPlateau", "mode": "least"}"#, #"value at "least""#),
    (#"{"type": "ReduceLROnPlateau", "threshold_mode": "relative"}"#, #"value at "relative""#),
    (#"{"type": "ReduceLROnPlateau", "min_lr": [0.1, 0.2]}"#, "value at [0.1, 0.2]"),
    (#"{"type": "ReduceLROnPlateau", "last_epoch": 3}"#, #"param at "last_epoch""#),
    (#"{"type": "ReduceLROnPlateau", "verbose": true}"#, #"param at "verbose""#),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json) == expected)
  }

  @Test func `refuses to be stepped without a metric`() throws {
    var stepping = try Stepping(#"{"type": "ReduceLROnPlateau"}"#)
    #expect(throws: (any Error).self) { try stepping.step() }
  }
}
