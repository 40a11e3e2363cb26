import Testing

@testable import Schedules

@Suite struct MMEngineReduceOnPlateauTests {
  @Test func `reduces as torch's does, but only inside its window`() throws {
    let json = #"{"type": "mmengine.ReduceOnPlateauLR", "patience": 1, "factor": 0.5, "begin": 2, "end": 6}"#
    // RuleScheduler after training, so the metric of epoch 0 is measured in step 1; the first seen sets the best.
    let rates = try Stepping.rates(json, count: 8, metric: 1)
    #expect(rates == [1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5])
  }

  @Test func `begins with a best of a thousand million`() throws {
    let json = #"{"type": "mmengine.ReduceOnPlateauLR", "patience": 0, "factor": 0.5}"#
    #expect(try Stepping.rates(json, count: 3, metric: 1e9) == [1, 0.5, 0.25])
    #expect(try Stepping.rates(json, count: 3, metric: 1e8) == [1, 1, 0.5])
  }

  @Test(arguments: [
    (#"{"type": "mmengine.ReduceOnPlateauLR", "by_epoch": false}"#, "value at false"),
    (
      #"{"type": "mmengine.ReduceOnPlateauLR", "convert_to_iter_based": true}"#,
      #"value at "mmengine.ReduceOnPlateauLR""#
    ),
    (#"{"type": "mmengine.ReduceOnPlateauLR", "threshold": -0.1}"#, "value at -0.1"),
    (#"{"type": "mmengine.ReduceOnPlateauLR", "factor": 1.0}"#, "value at 1.0"),
  ])
  func `refuses`(json: String, expected: String) {
    #expect(refusal(json) == expected)
  }
}
