import Testing

@testable import Schedules

@Suite struct GreedyLRTests {
  /// The rate before each of these metrics is seen, and after the last.
  private func rates(_ metrics: [Double], _ parameters: String, lr: Double = 0.5) throws -> [Double] {
    var stepping = try Stepping(#"{"type": "transformers.greedy", \#(parameters)}"#, lr: lr)
    var rates = [lr]
    for metric in metrics {
      try stepping.step(metric: metric)
      rates.append(stepping.optimizer.groups[0].lr)
    }
    return rates
  }

  @Test func `raises the rate after more than patience good epochs, up to max_lr`() throws {
    expect(
      try rates([6, 5, 4, 3, 2, 1], #""patience": 1, "factor": 0.8"#),
      near: [0.5, 0.5, 0.625, 0.625, 0.78125, 0.78125, 0.976563])
    expect(try rates([2, 1], #""patience": 0, "factor": 0.4, "max_lr": 0.9"#), near: [0.5, 0.9, 0.9])
  }

  @Test func `lowers the rate after more than patience bad ones, down to min_lr`() throws {
    let rates = try rates([1, 1, 1, 1, 1], #""patience": 0, "factor": 0.5, "max_lr": 0.5, "min_lr": 0.1"#)
    expect(rates, near: [0.5, 0.5, 0.25, 0.125, 0.1, 0.1])
  }

  @Test func `looks away after a change`() throws {
    expect(
      try rates([4, 3, 2, 1], #""patience": 0, "factor": 0.8, "warmup": 1"#),
      near: [0.5, 0.625, 0.625, 0.78125, 0.78125])
    expect(
      try rates([1, 1, 1, 1], #""patience": 0, "factor": 0.5, "cooldown": 1, "mode": "max", "threshold": 1e9"#),
      near: [0.5, 1, 0.5, 0.5, 0.25])
  }

  @Test func `begins anew when it has been at min_lr for long`() throws {
    let parameters = #""patience": 0, "factor": 0.5, "max_lr": 0.5, "min_lr": 0.25, "reset_start": 2"#
    expect(try rates([1, 1, 1, 1, 1], parameters), near: [0.5, 0.5, 0.25, 0.5, 0.5, 0.25])
  }

  @Test func `averages the metric over a window`() throws {
    // Averages 3, 2, 1.5, 3: the last is worse, the third better than all before.
    let parameters = #""patience": 0, "factor": 0.5, "max_lr": 9, "smooth": true, "window_size": 2"#
    expect(try rates([3, 1, 2, 4], parameters), near: [0.5, 1, 2, 4, 2])
    #expect(
      refusal(#"{"type": "transformers.greedy", "smooth": true, "window_size": 0}"#, steps: 1)
        == #"run at "transformers.greedy""#)
  }

  @Test(arguments: [
    (#""factor": 1"#, "value at 1"), (#""mode": "least""#, #"value at "least""#),
    (#""threshold_mode": "relative""#, #"value at "relative""#), (#""min_lr": [1, 2]"#, "value at [1, 2]"),
    (#""max_lr": [1, 2]"#, "value at [1, 2]"),
  ])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "transformers.greedy", \#(parameters)}"#) == expected)
  }
}
