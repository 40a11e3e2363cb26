import Testing

@testable import Schedules

@Suite struct ComposerStepSchedulerTests {
  @Test func `drops a batch after each step`() throws {
    let json = #"""
      {"epochs": 4, "steps_per_epoch": 2, "optimizer": {"lr": 1},
       "scheduler": {"type": "composer.StepScheduler", "step_size": "2ep", "gamma": 0.5}}
      """#
    #expect(try fileRates(json) == [1, 1, 1, 1, 1, 0.5, 0.5, 0.5])
  }

  @Test func `refuses a step of nothing`() throws {
    #expect(refusal(#"{"type": "composer.step", "step_size": "0ba"}"#) == #"run at "composer.step""#)
  }
}
