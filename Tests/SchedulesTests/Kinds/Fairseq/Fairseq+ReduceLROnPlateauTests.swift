import Testing

@testable import Schedules

@Suite struct FairseqReduceLROnPlateauTests {
  private func rates(_ parameters: String, metric: String = "1", epochs: Int = 6) throws -> [Double] {
    let json = #"{"type": "fairseq.reduce_lr_on_plateau", "lr_shrink": 0.5\#(parameters)}"#
    return try fileRates(
      #"""
      {"epochs": \#(epochs), "steps_per_epoch": 2, "optimizer": {"lr": 1}, "metric": \#(metric), "scheduler": \#(json)}
      """#)
  }

  @Test func `reduces with the first epoch that is no better`() throws {
    #expect(try rates("", epochs: 4) == [1, 1, 1, 1, 0.5, 0.5, 0.25, 0.25])
    #expect(try rates(#", "lr_patience": 1"#, epochs: 4) == [1, 1, 1, 1, 1, 1, 0.5, 0.5])
    #expect(
      try rates(#", "maximize_best_checkpoint_metric": true"#, metric: #"{"expression": "epoch"}"#, epochs: 3)
        == [1, 1, 1, 1, 1, 1])
  }

  @Test func `warms up by updates, and sees no metric before that is over`() throws {
    #expect(try rates(#", "warmup_updates": 4"#) == [0, 0.25, 0.5, 0.75, 1, 1, 1, 1, 0.5, 0.5, 0.25, 0.25])
  }

  @Test func `is stepped every update, and needs a metric`() throws {
    let node = #"{"type": "fairseq.plateau"}"#
    #expect(try spec(#"{"metric": 1, "scheduler": \#(node)}"#).plans[0].nodes[0].interval == .step)
    #expect(complaints(aboutFile: #"{"scheduler": \#(node)}"#).count == 1)
  }

  @Test func `ends an epoch with a metric where nobody knows how long it is`() throws {
    var schedule = try Schedule(json: #"{"optimizer": {"lr": 1}, "scheduler": {"type": "fairseq.plateau"}}"#)
    for metric in [nil, 1, nil, nil, 1, nil] as [Double?] { try schedule.step(metric: metric) }
    #expect(schedule.optimizer.groups[0].lr == 0.1)
  }
}
