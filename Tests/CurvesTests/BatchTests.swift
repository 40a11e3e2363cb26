import Testing
import Text

@testable import Curves

@Suite struct BatchTests {
  private static let wsd = """
    {"type": "megatron.OptimizerParamScheduler", "max_lr": 1, "min_lr": 0, "lr_warmup_steps": 160,
     "lr_decay_steps": 1600, "lr_decay_style": "WSD", "wsd_decay_steps": 320, "lr_wsd_decay_style": "linear"}
    """

  /// The numbers of Megatron-Bridge#2609, by `OptimizerParamScheduler` of megatron-core 0.16.1.
  @Test(arguments: [
    (
      #"{"samples": 16, "ramp": {"start": 8, "increment": 8, "samples": 160}}"#,
      [0.0, 0.05, 0.25, 0.5, 0.75, 1, 1, 1, 1, 0.95, 0.75, 0.55]
    ), ("16", [0.0, 0.1, 0.5, 1, 1, 1, 1, 0.95, 0.5, 0.44999999999999996, 0.25, 0.050000000000000044]),
  ])
  func `is what Megatron’s scheduler counts`(batch: String, expected: [Double]) throws {
    let curve = try curve(
      #"{"steps": 100, "optimizer": {"lr": 1}, "batch": \#(batch), "scheduler": \#(Self.wsd)}"#)
    #expect([0, 1, 5, 10, 15, 20, 80, 81, 90, 91, 95, 99].map { curve.columns[0].values[$0] } == expected)
  }

  @Test func `takes Megatron’s own names for samples`() throws {
    let scheduler = """
      {"type": "megatron.OptimizerParamScheduler", "max_lr": 1, "lr_warmup_samples": 700, "train_samples": 6000,
       "lr_decay_style": "cosine"}
      """
    let batch = #"{"samples": 100, "ramp": {"start": 20, "increment": 20, "samples": 3000}}"#
    let curve = try curve(
      #"{"steps": 80, "optimizer": {"lr": 1}, "batch": \#(batch), "scheduler": \#(scheduler)}"#)
    let expected = [0.0, 0.2, 0.8571428571428571, 0.8857142857142857, 0.9746040552741779, 0.791489739557236]
    #expect([0, 7, 30, 31, 50, 70].map { curve.columns[0].values[$0] } == expected)
    #expect(refusal(#"{"scheduler": \#(scheduler)}"#).contains("counts samples, and there is no “batch”"))
  }

  @Test func `shows what was seen before each update`() throws {
    let curve = try curve(
      #"{"steps": 3, "batch": {"samples": 4, "tokens_per_sample": 10}, "scheduler": {"type": "constant", "factor": 1}}"#
    )
    #expect(
      curve.csv.whole.text == "step,epoch,samples,tokens,lr\n0,0,0,0,0.1\n1,1,4,40,0.1\n2,2,8,80,0.1\n")
    #expect(curve.json.whole.text.contains(#""tokens": [0, 40, 80]"#))
    #expect(curve.cells(ofRow: 2) == ["2", "2", "8", "80", "0.1"])
  }
}
