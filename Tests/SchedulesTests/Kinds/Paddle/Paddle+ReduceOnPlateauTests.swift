import Testing

@testable import Schedules

@Suite struct PaddleReduceOnPlateauTests {
  @Test func `does not look at the metric in a cooldown`() throws {
    let json = #"{"type": "paddle.ReduceOnPlateau", "patience": 0, "factor": 0.5, "cooldown": 2}"#
    var stepping = try Stepping(json)
    var rates: [Double] = []
    // The better metric of the cooldown is not remembered, so the third is better than the first.
    for metric in [1, 1, 0.1, 0.1, 0.5, 0.5] as [Double] {
      try stepping.step(metric: metric)
      rates.append(stepping.optimizer.groups[0].lr)
    }
    #expect(rates == [1, 0.5, 0.5, 0.5, 0.5, 0.25])
  }

  @Test(arguments: [(#""mode": "least""#, #"value at "least""#), (#""factor": 1.0"#, "value at 1.0")])
  func `refuses`(parameters: String, expected: String) {
    #expect(refusal(#"{"type": "paddle.ReduceOnPlateau", \#(parameters)}"#) == expected)
    #expect(refusal(#"{"type": "paddle.ReduceOnPlateau", "mode": "MAX", "threshold_mode": "Abs"}"#) == "nothing")
  }
}
