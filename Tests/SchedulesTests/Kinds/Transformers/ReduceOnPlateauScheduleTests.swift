import Testing

@testable import Schedules

@Suite struct ReduceOnPlateauScheduleTests {
  private let json = #""patience": 2, "cooldown": 1, "factor": 0.5"#

  @Test func `is torch's, whatever lengths it is given`() throws {
    let printed = [1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.25]
    for lengths in ["", #", "num_warmup_steps": 3, "num_training_steps": 9"#] {
      let plateau = #"{"type": "transformers.reduce_lr_on_plateau", \#(json)\#(lengths)}"#
      expect(try Stepping.rates(plateau, count: 9, metric: 1), near: printed)
    }
  }

  @Test func `watches a metric, so no combinator takes it`() {
    #expect(
      refusal(#"{"type": "ChainedScheduler", "schedulers": [{"type": "transformers.reduce_lr_on_plateau"}]}"#)
        == #"value at "transformers.reduce_lr_on_plateau""#)
  }
}
