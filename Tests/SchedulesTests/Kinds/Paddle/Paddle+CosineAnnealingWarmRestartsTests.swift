import Testing

@testable import Schedules

@Suite struct PaddleCosineAnnealingWarmRestartsTests {
  @Test func `starts again before it reaches its lowest rate`() throws {
    let json = #"{"type": "paddle.CosineAnnealingWarmRestarts", "T_0": 3, "T_mult": 2}"#
    expect(
      try Stepping.rates(json, count: 11), near: [1, 0.75, 0.25, 1, 0.933013, 0.75, 0.5, 0.25, 0.066987, 1, 0.982963])
  }

  @Test func `finds its cycle by a logarithm inside a warm-up, a step late when that rounds down`() throws {
    let json = #"""
      {"type": "paddle.LinearWarmup", "warmup_steps": 1, "start_lr": 0, "end_lr": 1, "learning_rate":
       {"type": "paddle.CosineAnnealingWarmRestarts", "T_0": 1, "T_mult": 3}}
      """#
    let rates = try Stepping.rates(json, count: 123)
    expect([rates[1], rates[2], rates[122]], near: [1, 1, 0])
  }
}
