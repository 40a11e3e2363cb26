import Testing

@testable import Schedules

@Suite struct CosineWithMinLRScheduleWithWarmupTests {
  private func json(_ more: String) -> String {
    #"{"type": "transformers.cosine_with_min_lr", "num_warmup_steps": 2, "num_training_steps": 6\#(more)}"#
  }

  @Test(arguments: [#", "min_lr": 0.1"#, #", "min_lr_rate": 0.1"#, #", "min_lr_rate": 0.1, "min_lr": null"#])
  func `falls to the lowest rate at T, and rises again`(more: String) throws {
    let printed = [0, 0.5, 1, 0.868198, 0.55, 0.231802, 0.1, 0.231802]
    expect(try Stepping.rates(json(more), count: 8), near: printed)
  }

  @Test func `relates the lowest rate to the optimizer's own`() throws {
    var stepping = try Stepping(json(#", "min_lr": 0.1"#), optimizer: twoGroups())
    expect(try #require(try stepping.groups(7).last).map(\.lr), near: [0.1, 0.2])
  }

  @Test func `never falls below zero`() throws {
    expect(try Stepping.rates(json(#", "min_lr_rate": -1"#), count: 7), near: [0, 0.5, 1, 0.707107, 0, 0, 0])
  }

  @Test func `wants exactly one lowest rate`() throws {
    #expect(
      complaints(aboutScheduler: json("")) == [
        #"param at "transformers.cosine_with_min_lr": transformers.cosine_with_min_lr needs “min_lr” or “min_lr_rate”"#
      ])
    #expect(refusal(json(#", "min_lr": 0.1, "min_lr_rate": 0.3"#)) == "param at 0.3")
    let stuck = try optimizer(#"{"lr": 0}"#)
    #expect(refusal(json(#", "min_lr": 0.1"#), optimizer: stuck) == #"value at "transformers.cosine_with_min_lr""#)
  }
}
