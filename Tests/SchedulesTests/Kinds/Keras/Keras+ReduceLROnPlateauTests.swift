import Testing

@testable import Schedules

@Suite struct KerasReduceLROnPlateauTests {
  private func rates(_ members: String, _ metrics: [Double], optimizer: Optimizer? = nil) throws -> [Double] {
    let json = #"{"type": "keras.ReduceLROnPlateau", "factor": 0.5, \#(members)}"#
    var stepping = try Stepping(json, lr: 4, optimizer: optimizer)
    var rates = [stepping.optimizer.groups[0].lr]
    for metric in metrics {
      try stepping.step(metric: metric)
      rates.append(stepping.optimizer.groups[0].lr)
    }
    return rates
  }

  @Test func `reduces at the last epoch of its patience`() throws {
    #expect(try rates(#""patience": 2"#, [1, 1, 1, 1, 1]) == [4, 4, 4, 2, 2, 1])
  }

  @Test func `counts the last epoch of a cooldown`() throws {
    #expect(try rates(#""patience": 1, "cooldown": 2"#, [1, 1, 1, 1, 1, 1]) == [4, 4, 2, 2, 1, 1, 0.5])
  }

  @Test func `wants progress by a difference`() throws {
    #expect(try rates(#""patience": 1, "min_delta": 0.5"#, [3, 2.4, 2.2, 1]) == [4, 4, 4, 2, 2])
    #expect(try rates(#""patience": 1, "mode": "max", "min_delta": 0.5"#, [1, 1.6, 2]) == [4, 4, 4, 2])
  }

  @Test func `goes down to its floor, looked at in single precision`() throws {
    #expect(try rates(#""patience": 1, "min_lr": 1.5"#, [1, 1, 1, 1]) == [4, 4, 2, 1.5, 1.5])
    let near = try optimizer(#"{"lr": 0.10000000001}"#)
    #expect(
      try rates(#""patience": 1, "min_lr": 0.1"#, [1, 1], optimizer: near) == [
        0.10000000001, 0.10000000001, 0.10000000001,
      ])
  }

  @Test func `must know whether its metric should be small`() throws {
    #expect(refusal(#"{"type": "keras.ReduceLROnPlateau", "monitor": "val_auc"}"#) == #"value at "val_auc""#)
    #expect(refusal(#"{"type": "keras.ReduceLROnPlateau", "monitor": "val_auc", "mode": "max"}"#) == "nothing")
    #expect(refusal(#"{"type": "keras.ReduceLROnPlateau", "monitor": "loss", "mode": "MAX"}"#) == "nothing")
    #expect(refusal(#"{"type": "keras.ReduceLROnPlateau", "factor": 1}"#) == "value at 1")
  }
}
