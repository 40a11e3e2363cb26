import Testing

@testable import Schedules

@Suite struct DeepSpeedWarmupDecayLRTests {
  @Test func `falls back in a straight line, and holds`() throws {
    let json = #"""
      {"type": "deepspeed.WarmupDecayLR", "total_num_steps": 10, "warmup_num_steps": 4, "warmup_max_lr": 1}
      """#
    let rates = try Stepping.rates(json, count: 13)
    expect(Array(rates[4...8]), near: [1, 1, 0.833333, 0.666667, 0.5])
    expect(Array(rates[9...]), near: [0.333333, 0.166667, 0, 0])
  }

  @Test func `has the total in its run, and one row for the rate that comes twice`() throws {
    let file = #"{"scheduler": {"type": "deepspeed.WarmupDecayLR", "total_num_steps": 10}}"#
    #expect(try spec(file).epochs == 11)
  }
}
